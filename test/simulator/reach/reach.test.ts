import { expect, test } from 'vitest';
import type { GivenManifest } from '../../../lib/simulator/prediction/given.js';
import { reach } from '../../../lib/simulator/reach/reach.js';
import { cluster, exported, flat, link, manifest, service, workload } from '../../support/manifests.js';
import {
  account,
  ask,
  broken,
  cart,
  credentials,
  eastLink,
  identity,
  mirrorController,
  secret,
  web,
  webPods,
  whole,
  without,
  type ReachWorld,
} from '../../support/reach-world.js';

test('answers yes, with the address to dial, when every link holds', () => {
  const answer = ask();
  expect(answer.steps.filter((step) => step.verdict !== 'yes')).toEqual([]);
  expect(answer).toMatchObject({ answer: 'yes', address: 'web-east.shop.svc:80' });
});

test('answers yes within one cluster without a Link', () => {
  const clusters = [cluster('west', service('web'))];
  expect(
    reach({ clusters }, { source: 'west', namespace: 'shop' }, { target: 'west', service: 'web' }).answer,
  ).toBe('yes');
});

test.each([
  ['Link', { west: without(whole.west, eastLink) }],
  ['exported', { east: [...without(whole.east, web), service('web')] }],
  ['name', { west: [...whole.west, service('web-east')] }],
  [
    'endpoints',
    {
      east: [...without(whole.east, webPods), workload('Deployment', 'web', { replicas: 0 })],
    },
  ],
  [
    'gateway port',
    {
      west: [link('east', { gatewayPort: '30143' }), ...without(whole.west, eastLink)],
    },
  ],
  [
    'gateway identity',
    {
      west: [link('east', { gatewayIdentity: 'other' }), ...without(whole.west, eastLink)],
    },
  ],
  [
    'caller',
    {
      west: [
        ...without(whole.west, cart),
        workload('Deployment', 'cart', {
          template: { metadata: { annotations: { 'linkerd.io/inject': 'disabled' } } },
        }),
      ],
    },
  ],
])('reports a break at %s', (check, world: ReachWorld) => {
  const answer = ask(world);
  expect(answer.answer).toBe('no');
  expect(broken(answer)).toEqual([check]);
});

test.each([
  ['controller', { west: without(whole.west, mirrorController) }],
  ['credentials', { west: without(whole.west, credentials) }],
  ['account', { east: without(whole.east, account) }],
  ['endpoints', { east: without(whole.east, webPods) }],
  ['caller', { west: without(whole.west, cart) }],
  [
    'gateway port',
    {
      west: [
        link('east', {
          gatewayPort: '14143',
          probeSpec: { path: '/ready', port: '14191', period: '3s', timeout: '30s', failureThreshold: '3' },
        }),
        ...without(whole.west, eastLink),
      ],
    },
  ],
  [
    'Namespace',
    { west: whole.west, east: [...whole.east, service('web', { labels: exported, namespace: 'books' })] },
  ],
])('cannot tell without what settles %s', (check, world: ReachWorld) => {
  const answer =
    check === 'Namespace'
      ? reach(
          { clusters: [cluster('west', ...whole.west), cluster('east', ...(world.east ?? []))] },
          { source: 'west', namespace: 'shop', workload: 'cart' },
          { target: 'east', namespace: 'books', service: 'web' },
        )
      : ask(world);
  expect(answer.answer).toBe('cannot tell');
  expect(answer.steps.filter((step) => step.verdict === 'unknown').map((step) => step.check)).toContain(
    check,
  );
});

test('cannot tell of a Service that no manifest holds', () => {
  expect(ask({}, 'other')).toMatchObject({ answer: 'cannot tell', steps: [{ check: 'Service' }] });
});

test.each([
  ['what the Service lacks', {}, 'set label `mirror.linkerd.io/exported` to "true"'],
  [
    'the Link, whose selectors are broken,',
    { selector: {}, remoteDiscoverySelector: undefined, federatedServiceSelector: undefined },
    'mend Link east: give it a term: `matchLabels: { mirror.linkerd.io/exported: "true" }`',
  ],
])('names %s as the way to export a Service', (_, spec, fix) => {
  const west = [link('east', spec), ...without(whole.west, eastLink)];
  const { steps } = ask({ west, east: [...without(whole.east, web), service('web')] });
  expect(steps.find(({ check }) => check === 'exported')).toMatchObject({ verdict: 'no', fix });
});

test('says of an export label without quotes that it is no text', () => {
  const given = service('web');
  const metadata = { name: 'web', namespace: 'shop', labels: { 'mirror.linkerd.io/exported': true } };
  const { steps } = ask({
    east: [...without(whole.east, web), { ...given, object: { ...given.object, metadata } }],
  });
  expect(steps.find(({ check }) => check === 'exported')?.fix).toBe(
    'quote it: `mirror.linkerd.io/exported: "true"`',
  );
});

test('asks for the second Secret in flat mode', () => {
  const east = [...without(whole.east, web), service('web', { labels: flat })];
  expect(ask({ east }).answer).toBe('cannot tell');
  expect(ask({ east, west: [...whole.west, secret('linkerd')] }).answer).toBe('yes');
});

function server(...identities: readonly string[]): GivenManifest[] {
  const api = { apiVersion: 'policy.linkerd.io/v1alpha1' };
  return [
    manifest({
      apiVersion: 'policy.linkerd.io/v1beta3',
      kind: 'Server',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { podSelector: { matchLabels: { app: 'web' } }, port: 80 },
    }),
    manifest({
      ...api,
      kind: 'MeshTLSAuthentication',
      metadata: { name: 'callers', namespace: 'shop' },
      spec: { identities },
    }),
    manifest({
      ...api,
      kind: 'AuthorizationPolicy',
      metadata: { name: 'web', namespace: 'shop' },
      spec: {
        targetRef: { kind: 'Server', name: 'web' },
        requiredAuthenticationRefs: [{ kind: 'MeshTLSAuthentication', name: 'callers' }],
      },
    }),
  ];
}

test('reports a policy that lets the caller in, but not the gateway that its pods see', () => {
  const cartIdentity = 'cart.shop.serviceaccount.identity.linkerd.cluster.local';
  expect(broken(ask({ east: [...whole.east, ...server(cartIdentity)] }))).toEqual(['policy']);
  expect(ask({ east: [...whole.east, ...server(identity)] }).answer).toBe('yes');
});
