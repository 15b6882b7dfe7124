import { expect, test } from 'vitest';
import { parseLabelQuery } from '../../lib/link/label-query.js';

test('equality becomes labels, everything else conditions in the order of their keys', () => {
  expect(parseLabelQuery('z notin (b, a), env=prod,tier==web,!x,y')).toEqual({
    selector: {
      matchLabels: { env: 'prod', tier: 'web' },
      matchExpressions: [
        { key: 'x', operator: 'DoesNotExist' },
        { key: 'y', operator: 'Exists' },
        { key: 'z', operator: 'NotIn', values: ['a', 'b'] },
      ],
    },
  });
});

test('an empty query selects nothing in particular', () => {
  expect(parseLabelQuery(' ')).toEqual({ selector: {} });
});

test('an item of a value set may be empty, and counts once', () => {
  expect(parseLabelQuery('a in (,b,,)')).toEqual({
    selector: { matchExpressions: [{ key: 'a', operator: 'In', values: ['', 'b'] }] },
  });
});

test('keywords are keys and values where no operator can stand', () => {
  expect(parseLabelQuery('in in (notin)')).toEqual({
    selector: { matchExpressions: [{ key: 'in', operator: 'In', values: ['notin'] }] },
  });
});

test.each([
  'bad selector !!',
  'a!=b',
  'a<1',
  'a=b,',
  ',a',
  'a in b',
  'a in (b',
  '-a',
  'a/b/c',
  'A/b/',
  'a=-',
  '!a=b',
])('reports a problem with %s', (query) => {
  expect(parseLabelQuery(query)).toHaveProperty('problem');
});
