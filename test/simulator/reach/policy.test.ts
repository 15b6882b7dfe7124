import { expect, test } from 'vitest';
import type { GivenManifest } from '../../../lib/simulator/prediction/given.js';
import { flat, manifest, namespace, service, workload } from '../../support/manifests.js';
import {
  ask,
  gateway,
  identity,
  routed,
  secret,
  web,
  webPods,
  whole,
  without,
  type ReachWorld,
} from '../../support/reach-world.js';

const cartIdentity = 'default.shop.serviceaccount.identity.linkerd.cluster.local';

function policyObject(kind: string, name: string, spec: object, version = 'v1alpha1'): GivenManifest {
  const metadata = { name, namespace: 'shop' };
  return manifest({ apiVersion: `policy.linkerd.io/${version}`, kind, metadata, spec });
}

function server(spec: object = {}): GivenManifest {
  const podSelector = { matchLabels: { app: 'web' } };
  return policyObject('Server', 'web', { podSelector, port: 80, ...spec }, 'v1beta3');
}

function policy(target: object, ...references: readonly object[]): GivenManifest {
  return policyObject('AuthorizationPolicy', `for-${Object.values(target).join('-').toLowerCase()}`, {
    targetRef: target,
    requiredAuthenticationRefs: references,
  });
}

const ofServer = { kind: 'Server', name: 'web' };
const callers = { kind: 'MeshTLSAuthentication', name: 'callers' };
const somebodyElse = policy(ofServer, { kind: 'ServiceAccount', name: 'admin', namespace: 'shop' });

function callersAre(spec: object): GivenManifest[] {
  return [server(), policy(ofServer, callers), policyObject('MeshTLSAuthentication', 'callers', spec)];
}

function verdictOf(world: ReachWorld, check = 'policy'): string | undefined {
  return ask(world).steps.find((step) => step.check === check)?.verdict;
}

function behind(...objects: readonly GivenManifest[]): string | undefined {
  return verdictOf({ east: [...whole.east, ...objects] });
}

/** The verdict for a Service in flat mode, in clusters of one trust domain. */
function flatly(
  objects: readonly GivenManifest[],
  facts: ReachWorld['facts'] = { trustDomain: 'cluster.local' },
) {
  const east = [...without(whole.east, web), service('web', { labels: flat }), ...objects];
  return verdictOf({ west: [...whole.west, secret('linkerd')], east, facts: routed(facts) });
}

test.each([cartIdentity, '*.shop.serviceaccount.identity.linkerd.cluster.local', '*'])(
  "knows the caller's own identity as %s in flat mode",
  (listed) => {
    expect(flatly(callersAre({ identities: [listed] }))).toBe('yes');
  },
);

test.each([
  'default.books.serviceaccount.identity.linkerd.cluster.local',
  'default.shop.serviceaccount.identity.linkerd.example.org',
  '*.books.serviceaccount.identity.linkerd.cluster.local',
])("does not take the caller's identity for %s", (listed) => {
  expect(flatly(callersAre({ identities: [listed] }))).toBe('no');
});

test("cannot tell the caller's identity where no manifest tells the trust domain", () => {
  expect(flatly(callersAre({ identities: [cartIdentity] }), {})).toBe('unknown');
  expect(flatly(callersAre({ identities: [cartIdentity.replace('shop', 'books')] }), {})).toBe('no');
});

test.each([
  ['shop', 'yes'],
  ['books', 'no'],
])('reads an identity reference to Namespace %s: %s', (name, verdict) => {
  expect(flatly(callersAre({ identityRefs: [{ kind: 'Namespace', name }] }))).toBe(verdict);
});

test('reads an identity reference to a ServiceAccount', () => {
  const account = { kind: 'ServiceAccount', name: 'default', namespace: 'shop' };
  expect(flatly(callersAre({ identityRefs: [account] }))).toBe('yes');
});

test.each([
  ['all-unauthenticated', 'yes'],
  ['all-authenticated', 'yes'],
  ['audit', 'yes'],
  ['cluster-authenticated', 'yes'],
  ['cluster-unauthenticated', 'yes'],
  ['deny', 'no'],
])('falls back to `accessPolicy: %s` for whom no policy names: %s', (accessPolicy, verdict) => {
  expect(behind(server({ accessPolicy }), somebodyElse)).toBe(verdict);
});

test('cannot tell whether pods of another cluster are in the networks of this one', () => {
  expect(flatly([server({ accessPolicy: 'cluster-authenticated' }), somebodyElse])).toBe('unknown');
});

test('takes no `accessPolicy` from a version that has none', () => {
  const spec = { podSelector: {}, port: 80, accessPolicy: 'audit' };
  expect(behind(policyObject('Server', 'web', spec, 'v1beta1'), somebodyElse)).toBe('no');
});

test.each([
  [{ meshTLS: { identities: [identity] } }, 'yes'],
  [{ meshTLS: { serviceAccounts: [{ name: 'linkerd-gateway', namespace: 'linkerd-multicluster' }] } }, 'yes'],
  [{ unauthenticated: true }, 'yes'],
  [{ unauthenticated: true, networks: [{ cidr: '10.0.0.0/8' }] }, 'unknown'],
  [{ meshTLS: { identities: [cartIdentity] } }, 'no'],
])('lets in whom a ServerAuthorization for %j does: %s', (client, verdict) => {
  const authorization = policyObject(
    'ServerAuthorization',
    'web',
    { server: { name: 'web' }, client },
    'v1beta1',
  );
  expect(behind(server(), somebodyElse, authorization)).toBe(verdict);
});

test('cannot tell of a Server that lets the gateway in on one of its routes', () => {
  const route = policyObject('HTTPRoute', 'part', { parentRefs: [{ ...ofServer }] }, 'v1beta3');
  const ofRoute = policy(
    { kind: 'HTTPRoute', name: 'part' },
    {
      kind: 'ServiceAccount',
      name: 'linkerd-gateway',
      namespace: 'linkerd-multicluster',
    },
  );
  expect(behind(server(), somebodyElse, route, ofRoute)).toBe('unknown');
});

test.each([
  ['http', 8080],
  [8080, 'http'],
  ['http', 'http'],
])('finds a Server of port %s before a Service that sends to %s', (port, targetPort) => {
  const ports = [{ name: 'http', containerPort: 8080 }];
  const pods = workload('Deployment', 'web', {
    template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', ports }] } },
  });
  const { labels } = web.object.metadata as { labels: Record<string, string> };
  const exported = service('web', { labels, spec: { ports: [{ port: 80, targetPort }] } });
  const east = [...without(whole.east, web, webPods), pods, exported];
  expect(verdictOf({ east: [...east, server({ port }), somebodyElse] })).toBe('no');
  expect(verdictOf({ east: [...east, server({ port: 9090 }), somebodyElse] })).toBe('yes');
});

function podsWith(defaultPolicy: string): GivenManifest {
  const annotations = { 'config.linkerd.io/default-inbound-policy': defaultPolicy };
  return workload('Deployment', 'web', {
    template: { metadata: { labels: { app: 'web' }, annotations }, spec: { containers: [] } },
  });
}

test.each([
  ['deny', 'no'],
  ['cluster-authenticated', 'yes'],
  ['all-unauthenticated', 'yes'],
  ['sometimes', 'unknown'],
])('reads the default inbound policy `%s` of the pods: %s', (defaultPolicy, verdict) => {
  expect(verdictOf({ east: [...without(whole.east, webPods), podsWith(defaultPolicy)] })).toBe(verdict);
});

test('reads the default inbound policy of their Namespace', () => {
  const { object } = namespace('shop');
  const annotations = { 'config.linkerd.io/default-inbound-policy': 'deny' };
  expect(behind(manifest({ ...object, metadata: { name: 'shop', annotations } }))).toBe('no');
});

test.each(['proxy:\n  defaultInboundPolicy: deny\n', '{"proxy":{"defaultInboundPolicy":"deny"}}'])(
  'reads the default inbound policy that the control plane was installed with: %j',
  (values) => {
    const metadata = { name: 'linkerd-config', namespace: 'linkerd' };
    expect(behind(manifest({ apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { values } }))).toBe('no');
  },
);

const mc = 'linkerd-multicluster';

function ofGateway(kind: string, name: string, spec: object, version = 'v1alpha1'): GivenManifest {
  const metadata = { name, namespace: mc };
  return manifest({ apiVersion: `policy.linkerd.io/${version}`, kind, metadata, spec });
}

const gatewayPods = manifest({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'linkerd-gateway', namespace: mc },
  spec: {
    template: {
      metadata: {
        labels: { app: 'linkerd-gateway' },
        annotations: {
          'linkerd.io/inject': 'enabled',
          'config.linkerd.io/enable-gateway': 'true',
          'config.linkerd.io/default-inbound-policy': 'all-authenticated',
        },
      },
      spec: { containers: [{ name: 'pause' }] },
    },
  },
});
const gatewaySpec = { podSelector: { matchLabels: { app: 'linkerd-gateway' } }, port: 'linkerd-proxy' };
const gatewayServer = ofGateway('Server', 'linkerd-gateway', gatewaySpec, 'v1beta3');
const gatewayPolicy = ofGateway('AuthorizationPolicy', 'linkerd-gateway', {
  targetRef: { kind: 'Server', name: 'linkerd-gateway' },
  requiredAuthenticationRefs: [
    { kind: 'MeshTLSAuthentication', name: 'any-meshed' },
    { kind: 'NetworkAuthentication', name: 'source-cluster' },
  ],
});
const meshed = (...identities: readonly string[]): GivenManifest =>
  ofGateway('MeshTLSAuthentication', 'any-meshed', { identities });
const networks = (cidr: string): GivenManifest =>
  ofGateway('NetworkAuthentication', 'source-cluster', { networks: [{ cidr }] });
const open = [gatewayPolicy, meshed('*'), networks('0.0.0.0/0')];

test.each<[string, string, readonly GivenManifest[]]>([
  ['as the chart renders it', 'yes', [gatewayServer, ...open]],
  ['without its AuthorizationPolicy', 'no', [gatewayServer, meshed('*'), networks('0.0.0.0/0')]],
  ['for another identity', 'no', [gatewayServer, gatewayPolicy, meshed(identity), networks('0.0.0.0/0')]],
  ['for some networks', 'unknown', [gatewayServer, gatewayPolicy, meshed('*'), networks('10.0.0.0/8')]],
  ['without a Server', 'yes', open],
])('asks the policy of the gateway %s: %s', (_, verdict, objects) => {
  const { object } = gateway;
  const spec = { ...(object.spec as object), selector: { app: 'linkerd-gateway' } };
  const east = [...without(whole.east, gateway), manifest({ ...object, spec }), gatewayPods, ...objects];
  expect(verdictOf({ east }, 'gateway policy')).toBe(verdict);
});
