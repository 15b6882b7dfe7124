import { expect, test } from 'vitest';
import { factsFinder } from '../../lib/checks/facts.js';

const [first, second] = [{ release: '2.18' }, { release: '2.19' }];

test('a cluster is found by the name that it was given', () => {
  expect(factsFinder({ clusters: { hub: { argocdName: 'internal', ...first } } })('internal')).toMatchObject(
    first,
  );
});

test('a cluster is found by the name that Links use', () => {
  expect(factsFinder({ clusters: { hub: { argocdName: 'internal', ...first } } })('hub')).toMatchObject(
    first,
  );
});

test('the first of two clusters has the name that both claim', () => {
  const clusters = { hub: { argocdName: 'internal', ...first }, east: { argocdName: 'internal', ...second } };
  expect(factsFinder({ clusters })('internal')).toMatchObject(first);
});

test('a cluster that claims a given name has it before one that is called so', () => {
  const clusters = { hub: { argocdName: 'internal', ...first }, internal: second };
  expect(factsFinder({ clusters })('internal')).toMatchObject(first);
});
