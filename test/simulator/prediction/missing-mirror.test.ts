import { expect, test } from 'vitest';
import { controller, exported, flat, link, member, service } from '../../support/manifests.js';
import { missingIn, west } from '../../support/predict-west.js';

test.each([
  ['not-selected', service('web', { labels: { 'mirror.linkerd.io/exported': 'yes' } })],
  ['annotation-not-label', service('web', { annotations: exported })],
  ['namespace-missing', service('web', { labels: exported, namespace: 'books' })],
  ['no-ports', service('web', { labels: exported, spec: { ports: [] } })],
])('reports %s with a fix', (reason, given) => {
  const { missing } = west([given]);
  expect(missing).toMatchObject([{ reason, exported: expect.stringContaining('/web') as string }]);
  expect(missing[0]?.fix).not.toBe('');
});

test('reports a mirror name that a Service of the source has', () => {
  const own = [link('east'), service('web-east')];
  expect(missingIn(west([service('web', { labels: exported })], own))).toEqual(['web-east name-taken']);
});

test('reports a headless Service in flat mode while headless Services are enabled', () => {
  const own = [link('east'), controller('east', '-enable-headless-services')];
  const db = service('db', { labels: flat, spec: { clusterIP: 'None' } });
  expect(missingIn(west([db], own))).toEqual(['db-east headless-flat']);
});

test('reports a headless member of a federated Service', () => {
  const db = service('db', { labels: member, spec: { clusterIP: 'None' } });
  expect(missingIn(west([db]))).toEqual(['db-federated headless-federated']);
});

test('reports a member that waits for a mirror that cannot be made', () => {
  const own = [link('east')];
  const labels = { ...exported, ...member };
  const web = service('web', { labels, spec: { ports: [] } });
  expect(missingIn(west([web], own))).toEqual(['web-east no-ports', 'web-federated no-ports']);
});
