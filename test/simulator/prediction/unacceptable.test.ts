import { expect, test } from 'vitest';
import { predict } from '../../../lib/simulator/prediction/predict.js';
import { cluster, exported, link, member, namespace, service } from '../../support/manifests.js';
import { west } from '../../support/predict-west.js';

test('reports a mirror name of more than 63 characters, with the longest that fits', () => {
  const { missing } = west([service('a'.repeat(60), { labels: exported })]);
  expect(missing).toMatchObject([{ reason: 'name-too-long' }]);
  expect(missing[0]?.fix).toContain('58');
});

test.each([
  ['Upper_Case', exported, 'Upper_Case-east'],
  ['fed.dot', exported, 'fed.dot-east'],
  ['fed.dot', member, 'fed.dot-federated'],
])('says of %s that no Service can be named so', (name, labels, mirror) => {
  const { missing } = west([service(name, { labels })]);
  expect(missing).toMatchObject([
    { mirror, reason: 'name-invalid', fix: expect.stringContaining('rename') as string },
  ]);
  expect(missing[0]?.message).toContain(`no Service can be named ${name}`);
});

test.each([
  ['', exported, 'has no `targetClusterName`, and no Service can be named web-'],
  [undefined, exported, 'has no `targetClusterName`, and no Service can be named web-'],
  ['', member, 'its members count as Services of west itself'],
  ['a.b', exported, '`targetClusterName: a.b` of Link east makes the name web-a.b'],
])('says what the target name %j of a Link makes of names', (targetClusterName, labels, words) => {
  const clusters = [
    cluster('west', namespace('shop'), link('east', { targetClusterName })),
    cluster('east', service('web', { labels })),
  ];
  const { sources } = predict({ clusters, aliases: { 'a.b': 'east' } });
  expect(sources[0]?.missing).toMatchObject([{ reason: 'target-name' }]);
  expect(sources[0]?.missing[0]?.message).toContain(words);
});

test('says that a Namespace is only as far as the manifests tell missing', () => {
  const web = service('web', { labels: exported, namespace: 'books' });
  expect(west([web]).missing[0]?.isCertain).toBe(false);
  expect(west([web], [link('east'), namespace('kube-system')]).missing[0]?.isCertain).toBe(true);
});

test('takes it that the Namespaces of every cluster are there', () => {
  const inDefault = service('web', { labels: exported });
  const { missing } = west([
    { object: { ...inDefault.object, metadata: { name: 'web', namespace: 'default', labels: exported } } },
  ]);
  expect(missing).toEqual([]);
});
