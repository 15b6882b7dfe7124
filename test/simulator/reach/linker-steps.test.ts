import { expect, test } from 'vitest';
import { reach, type ReachAnswer } from '../../../lib/simulator/reach/reach.js';
import { cases } from '../../checks/cases/index.js';
import { ownFleet, type TestFleet } from '../../support/linker/fleets.js';
import type { TestObject } from '../../support/linker/own-fleet.js';
import { routed } from '../../support/reach-world.js';

const services = { gateway: 'web', flat: 'db', federated: 'api' } as const;
type Mode = keyof typeof services;

function pods(name: string): TestObject {
  const template = {
    metadata: { labels: { app: name }, annotations: { 'linkerd.io/inject': 'enabled' } },
    spec: { containers: [] },
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'shop' },
    spec: { template },
  };
}

/** The fleet with a caller in west, and pods behind the Services of east. */
function peopled(edit: (fleet: TestFleet) => void = () => undefined): TestFleet {
  const fleet = ownFleet();
  fleet.add('west', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } }, pods('cart'));
  fleet.add('east', ...Object.values(services).map(pods));
  edit(fleet);
  return fleet;
}

function ask({ clusters, options }: TestFleet, mode: Mode = 'gateway'): ReachAnswer {
  const given = Object.entries(clusters).map(([name, objects]) => ({
    name,
    manifests: objects.map((object) => ({ object })),
  }));
  return reach(
    { clusters: given, facts: routed(options.facts) },
    { source: 'west', namespace: 'shop', workload: 'cart' },
    { target: 'east', service: services[mode] },
  );
}

test.each(['gateway', 'flat', 'federated'] as const)(
  'answers yes in %s mode where the linker is silent',
  (mode) => {
    const { answer, steps } = ask(peopled(), mode);
    expect(steps.filter(({ verdict }) => verdict !== 'yes')).toEqual([]);
    expect(answer).toBe('yes');
  },
);

/** The change that a rule's own test makes to trip it. */
function trip(code: string, when?: string): (fleet: TestFleet) => void {
  const { trips } = cases[code] ?? { trips: [] };
  const found = when === undefined ? trips[0] : trips.find((each) => each.when === when);
  if (found === undefined) throw new Error(`no change trips ${code} ${when ?? ''}`);
  return found.edit;
}

test.each<[string, string, Mode?, string?]>([
  ['ACCESS_ACCOUNT_MISSING', 'account'],
  ['ACCESS_BINDING_DANGLING', 'controller'],
  ['ACCESS_CONTROLLER_RBAC', 'controller'],
  ['CONTROLLER_ARGUMENT', 'controller'],
  ['CREDENTIALS_DOMAIN', 'credentials of the proxies', 'flat'],
  ['CREDENTIALS_DOMAIN', 'credentials of the proxies', 'federated'],
  ['CREDENTIALS_ENCODING', 'credentials'],
  ['CREDENTIALS_KEY', 'credentials of the proxies', 'flat'],
  ['CREDENTIALS_LABEL', 'credentials of the proxies', 'flat'],
  ['CREDENTIALS_NAME', 'credentials'],
  ['CREDENTIALS_NAMESPACE', 'credentials'],
  ['CREDENTIALS_TYPE', 'credentials of the proxies', 'federated'],
  ['CREDENTIALS_UNMADE', 'credentials of the proxies', 'flat'],
  ['GATEWAY_IDENTITY_DOMAIN', 'gateway identity'],
  ['GATEWAY_MISSING', 'gateway'],
  ['GATEWAY_PROXY_PORTS', 'gateway port'],
  ['GATEWAY_UNBACKED', 'gateway', 'gateway', 'the pods get no proxy'],
  ['GATEWAY_UNBACKED', 'gateway', 'gateway', 'the pods are injected and no gateways'],
  ['ISSUER_IDENTITY', 'trust'],
  ['ISSUER_UNTRUSTED', 'trust'],
  ['KUBECONFIG_SERVER', 'credentials'],
  ['KUBECONFIG_UNUSABLE', 'credentials'],
  ['LINK_API_VERSION', 'Link'],
  ['LINK_CONTROLLER_MISSING', 'controller'],
  ['LINK_DURATION', 'controller', 'gateway', '`spec.probeSpec.period` is "0s"'],
  ['LINK_NAME_FORM', 'Link'],
  ['MANIFEST_FIELD_TYPE', 'Link'],
  ['NETWORKS_UNROUTED', 'pod network', 'flat'],
  ['RESOURCES_SHAPE', 'controller'],
  ['SERVER_API_VERSION', 'control planes', 'flat'],
  ['TARGET_DOMAIN_MISMATCH', 'cluster domain'],
  ['TRUST_ANCHORS_DIFFER', 'trust'],
  ['TRUST_ANCHORS_DIFFER', 'trust', 'flat'],
  ['TRUST_ANCHOR_INVALID', 'trust'],
])('answers no where the linker reports %s, and says so of %s', (code, check, mode = 'gateway', when) => {
  const { answer, steps } = ask(peopled(trip(code, when)), mode);
  expect(answer).toBe('no');
  expect(steps.find((step) => step.check === check)?.verdict).toBe('no');
});

test.each<[string, string, Mode?, string?]>([
  ['ACCESS_TOKEN_MISSING', 'account'],
  ['CREDENTIALS_CONTROL_PLANE', 'credentials of the proxies', 'flat'],
  ['CREDENTIALS_KEY_UNWRITTEN', 'credentials'],
  ['FEDERATED_NAME_TAKEN', 'name', 'federated'],
  ['GATEWAY_UNBACKED', 'gateway', 'gateway', 'it has no pods'],
  ['HEADLESS_NO_TARGETREF', 'controller'],
  ['LINK_TARGET_TWICE', 'Link'],
  ['NODE_PORT_OPEN', 'gateway port'],
])('cannot tell where %s makes %s uncertain', (code, check, mode = 'gateway', when) => {
  const { answer, steps } = ask(peopled(trip(code, when)), mode);
  expect(answer).toBe('cannot tell');
  expect(steps.find((step) => step.check === check)?.verdict).toBe('unknown');
});

test.each<[string, Mode, string?]>([
  ['ACCESS_CONTROLLER_RBAC', 'gateway', 'the controller may not write the status of its Link'],
  ['ACCESS_CONTROLLER_RBAC', 'federated', 'the local mirror may not create Services'],
  ['CREDENTIALS_TYPE', 'gateway'],
  ['GATEWAY_ADDRESS_FORM', 'gateway', '`spec.gatewayAddress` is "203.0.113.1, 203.0.113.2"'],
  ['GATEWAY_PORT_MISMATCH', 'flat'],
  ['GATEWAY_PROXY_PORTS', 'gateway', 'the gateway’s `spec.ports.1.port` is 9990'],
  ['GATEWAY_UNBACKED', 'flat', 'the pods get no proxy'],
  ['LINK_DURATION', 'gateway', '`spec.probeSpec.period` is "1d"'],
  ['SERVER_API_VERSION', 'gateway'],
  ['TARGET_DOMAIN_MISMATCH', 'flat'],
])('answers yes where %s concerns no call in %s mode', (code, mode, when) => {
  expect(ask(peopled(trip(code, when)), mode).answer).toBe('yes');
});

/** Takes a resource out of what the accounts for other clusters may read. */
function forbid(resource: string): (fleet: TestFleet) => void {
  return (fleet) => {
    for (const name of ['mirror-a', 'mirror-b']) {
      const role = fleet.find('east', 'ClusterRole', name);
      for (const rule of role.rules as { resources: string[] }[])
        rule.resources = rule.resources.filter((each) => each !== resource);
    }
  };
}

test('reports an account that may not read what the controller watches', () => {
  expect(ask(peopled(forbid('endpoints'))).steps.find(({ check }) => check === 'account')?.verdict).toBe(
    'no',
  );
});

test('asks an account for what the proxies watch in flat mode alone', () => {
  const fleet = peopled(forbid('pods'));
  expect(ask(fleet, 'gateway').answer).toBe('yes');
  expect(ask(fleet, 'flat').steps.find(({ check }) => check === 'account')?.verdict).toBe('no');
});

test('reports an exported Service with a field that the API server refuses', () => {
  const fleet = peopled((each) => {
    each.set(each.find('east', 'Service', 'web'), 'metadata.labels.shard', 1);
  });
  expect(ask(fleet).steps.find(({ check }) => check === 'exported')?.verdict).toBe('no');
});

test('a scraper that is refused keeps no call from arriving, and is told', () => {
  const { answer, steps } = ask(peopled(trip('SCRAPE_REFUSED')));
  const step = steps.find(({ check }) => check === 'scraper policy');
  expect(answer).toBe('yes');
  expect(step?.verdict).toBe('yes');
  expect(step?.message).toMatch(/no policy .* calls go through all the same, and their metrics are missing$/);
});
