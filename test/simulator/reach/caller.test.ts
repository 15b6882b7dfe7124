import { expect, test } from 'vitest';
import type { GivenManifest } from '../../../lib/simulator/prediction/given.js';
import { manifest, namespace, workload } from '../../support/manifests.js';
import { ask, broken, cart, whole, without } from '../../support/reach-world.js';

function cartAs(kind: string, spec: object): GivenManifest {
  return manifest({ apiVersion: 'batch/v1', kind, metadata: { name: 'cart', namespace: 'shop' }, spec });
}

const template = {
  metadata: { annotations: { 'linkerd.io/inject': 'enabled' } },
  spec: { containers: [] },
};

test.each([
  ['Job', { template }],
  ['CronJob', { jobTemplate: { spec: { template } } }],
])('finds the annotation of the pods of a %s', (kind, spec) => {
  expect(ask({ west: [...without(whole.west, cart), cartAs(kind, spec)] }).answer).toBe('yes');
});

test('finds the annotation that keeps a CronJob out of the mesh of its Namespace', () => {
  const out = { ...template, metadata: { annotations: { 'linkerd.io/inject': 'disabled' } } };
  const inMesh = manifest({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'shop', annotations: { 'linkerd.io/inject': 'enabled' } },
  });
  const job = cartAs('CronJob', { jobTemplate: { spec: { template: out } } });
  expect(broken(ask({ west: [...without(whole.west, cart), inMesh, job] }))).toEqual(['caller']);
});

test('cannot tell of a workload that no manifest holds, though its Namespace is in the mesh', () => {
  const [given] = [namespace('shop')];
  const metadata = { name: 'shop', annotations: { 'linkerd.io/inject': 'enabled' } };
  const answer = ask({ west: [...whole.west, manifest({ ...given.object, metadata })] }, 'web', 'no-such');
  expect(answer.answer).toBe('cannot tell');
  expect(answer.steps.find(({ check }) => check === 'caller')?.verdict).toBe('unknown');
});

test('reports a caller in the network of its node, which is never injected', () => {
  const hosted = workload('Deployment', 'cart', {
    template: { ...template, spec: { hostNetwork: true, containers: [] } },
  });
  expect(broken(ask({ west: [...without(whole.west, cart), hosted] }))).toEqual(['caller']);
});
