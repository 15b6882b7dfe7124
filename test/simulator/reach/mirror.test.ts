import { expect, test } from 'vitest';
import type { GivenManifest } from '../../../lib/simulator/prediction/given.js';
import { reach } from '../../../lib/simulator/reach/reach.js';
import { cluster, controller, exported, link, manifest, member, service } from '../../support/manifests.js';
import { ask, broken, eastLink, secret, web, whole, without } from '../../support/reach-world.js';

const west = [...whole.west, secret('linkerd')];

function memberOf(port: number): GivenManifest {
  return service('web', { labels: member, spec: { ports: [{ name: 'http', port }] } });
}

const eastMember = [...without(whole.east, web), memberOf(80)];

const localMirror = manifest({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'linkerd-local-service-mirror', namespace: 'linkerd-multicluster' },
  spec: {
    template: { spec: { containers: [{ name: 'mirror', args: ['service-mirror', '-local-mirror'] }] } },
  },
});

test('dials the port of a federated Service', () => {
  expect(ask({ west, east: eastMember })).toMatchObject({
    answer: 'yes',
    address: 'web-federated.shop.svc:80',
  });
});

test('dials the port that a federated Service has of the local member', () => {
  const ports = [
    { name: 'http', port: 80 },
    { name: 'admin', port: 9090 },
  ];
  const both = service('web', { labels: member, spec: { ports } });
  const answer = ask({ west: [...west, localMirror, memberOf(9090)], east: [...without(eastMember), both] });
  expect(answer.address).toBe('web-federated.shop.svc:9090');
});

test('reports a federated Service that has no port of the member', () => {
  const there = { west: [...west, localMirror, memberOf(8080)], east: eastMember };
  const answer = ask(there);
  expect(broken(answer)).toEqual(['federated ports']);
  expect(answer.address).toBe('web-federated.shop.svc');
  expect(ask({ ...there, release: 'edge-25.4.4' }).answer).toBe('cannot tell');
});

test('cannot tell the ports of a federated Service where nobody tells its oldest member', () => {
  const clusters = [
    cluster('west', ...west, link('north'), controller('north')),
    cluster('east', ...eastMember),
    cluster('north', memberOf(8080)),
  ];
  const answer = reach(
    { clusters },
    { source: 'west', namespace: 'shop', workload: 'cart' },
    { target: 'east', service: 'web' },
  );
  expect(answer.steps.find(({ check }) => check === 'federated ports')?.verdict).toBe('unknown');
});

test.each([
  ['2.16', 'no'],
  ['edge-24.11.1', 'no'],
  ['edge-24.11.2', 'yes'],
  ['2.20', 'yes'],
])('answers for a federated Service as release %s has it: %s', (release, expected) => {
  const answer = ask({ west, east: eastMember, release });
  expect(answer.answer).toBe(expected);
  expect(broken(answer)).toEqual(expected === 'no' ? ['exported'] : []);
});

test('lets nothing join through a Link of v1alpha1, whose federated selector is pruned', () => {
  const old = manifest({ ...eastLink.object, apiVersion: 'multicluster.linkerd.io/v1alpha1' });
  expect(ask({ west: [...without(west, eastLink), old], east: eastMember }).answer).toBe('no');
  expect(ask({ west: [...without(west, eastLink), old] }).answer).toBe('yes');
});

const skipping = service('web', {
  labels: { ...exported, 'endpointslice.kubernetes.io/skip-mirror': 'true' },
});

test('reports a label by which Kubernetes makes no EndpointSlice', () => {
  const east = [...without(whole.east, web), skipping];
  expect(broken(ask({ east }))).toEqual(['endpoints']);
  expect(ask({ east, release: 'edge-25.1.2' }).answer).toBe('yes');
});

test('finds nothing wrong with that label where the Link excludes it', () => {
  const excluding = link('east', { excludedLabels: ['endpointslice.kubernetes.io/*'] });
  const east = [...without(whole.east, web), skipping];
  expect(ask({ west: [...without(whole.west, eastLink), excluding], east }).answer).toBe('yes');
});
