import { expect, test } from 'vitest';
import type { GivenManifest } from '../../../lib/simulator/prediction/given.js';
import { predict } from '../../../lib/simulator/prediction/predict.js';
import { cluster, controller, link, manifest, service } from '../../support/manifests.js';
import { west } from '../../support/predict-west.js';

test('names a Link without a target by its own name', () => {
  const { sources } = predict({ clusters: [cluster('west', link('east', { targetClusterName: '' }))] });
  expect(sources[0]?.unknown).toEqual([
    'Link east: it has no `targetClusterName`, and no manifests of a cluster east are given',
  ]);
});

test('says that controllers without pods are taken to run, unless another one runs', () => {
  const running = controller('east');
  const idle = manifest({ ...running.object, spec: { ...(running.object.spec as object), replicas: 0 } });
  const told = (...own: GivenManifest[]) => west([], [link('east'), ...own]).unknown.join();
  const words = 'Link east: its controller has no pods, as `replicas` is 0; taken to run';
  expect(told(idle)).toContain(words);
  expect(told(idle, running)).not.toContain(words);
  expect(told(running, idle)).not.toContain(words);
});

test('names what is not given', () => {
  const { sources } = predict({ clusters: [cluster('west', link('east'))] });
  expect(sources[0]?.unknown).toEqual(['Link east: no manifests of cluster east are given']);
});

test('says that no Services are given where only those of Linkerd are', () => {
  const ofLinkerd = service('probe', { labels: { 'linkerd.io/extension': 'multicluster' } });
  const told = (...east: GivenManifest[]) => west(east).unknown.filter((fact) => fact.includes('Services'));
  expect(told()).toEqual(['Link east: no Services of east are given']);
  expect(told(ofLinkerd)).toEqual(['Link east: no Services of east are given but those of Linkerd itself']);
  expect(told(ofLinkerd, service('web', { labels: {} }))).toEqual([]);
});
