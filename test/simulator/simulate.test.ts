import { expect, test } from 'vitest';
import { simulate } from '../../lib/simulator/simulate.js';
import type { SimulationInput, SimulationOutcome } from '../../lib/simulator/simulation.js';
import type { Operation } from '../../lib/simulator/operations.js';
import { exported, link as linkManifest, member } from '../support/manifests.js';
import type { LinkSpec } from '../../lib/simulator/link-spec.js';
import type { RawObject } from '../../lib/simulator/raw-object.js';

const spec = linkManifest('east').object.spec as LinkSpec;
const shop: RawObject = { kind: 'Namespace', metadata: { name: 'shop' } };

function service(name: string, labels: Readonly<Record<string, string>> = {}, more: object = {}): RawObject {
  return {
    kind: 'Service',
    metadata: { name, namespace: 'shop', labels },
    spec: { ports: [{ port: 80 }], ...more },
  };
}

function endpoints(
  name: string,
  labels: Readonly<Record<string, string>>,
  subsets: readonly object[],
): RawObject {
  return { kind: 'Endpoints', metadata: { name, namespace: 'shop', labels }, subsets };
}

const ready = [{ addresses: [{ ip: '10.0.0.1' }], ports: [{ port: 80 }] }];
const web = [service('web', exported), endpoints('web', exported, ready)];

interface Parts extends Omit<Partial<SimulationInput>, 'batch'> {
  readonly options?: readonly string[];
  readonly batch?: Partial<SimulationInput['batch']>;
  readonly east?: readonly RawObject[];
  readonly west?: readonly RawObject[];
  readonly ops?: readonly Operation[];
}

function run({
  options = [],
  batch = {},
  east = web,
  west = [shop],
  ops,
  ...rest
}: Parts = {}): SimulationOutcome {
  return simulate({
    batch: { link: spec, linkName: 'east', options, ...batch },
    target: { objects: [shop, ...east] },
    source: { objects: west },
    ...(ops === undefined ? {} : { step: { ops } }),
    ...rest,
  });
}

function names(objects: SimulationOutcome['afterStep']): string[] {
  return (objects ?? []).map(
    ({ kind, metadata }) => `${String(kind)} ${(metadata as { name: string }).name}`,
  );
}

function patch(
  kind: string,
  name: string,
  body: unknown,
  cluster: 'source' | 'target' = 'target',
): Operation {
  return { op: 'patch', cluster, kind, name, namespace: 'shop', body };
}

const unexport = patch('Service', 'web', { metadata: { labels: null } });

test('makes a Service, Endpoints and a slice of an exported Service', () => {
  expect(names(run().mirrors)).toEqual([
    'EndpointSlice web-east-*',
    'Endpoints web-east',
    'Service web-east',
  ]);
});

test('leaves nothing of a Service once it is no longer exported', () => {
  const { afterStep, linkStatusAfterStep } = run({ ops: [unexport] });
  expect(afterStep).toEqual([]);
  expect(linkStatusAfterStep).toEqual({});
});

test('keeps the last entry of a status list that no other Service is in', () => {
  const { linkStatusAfterStep } = run({ ops: [unexport], batch: { alone: true } });
  expect(linkStatusAfterStep).toMatchObject({ east: { mirrorServices: [{ remoteRef: { name: 'web' } }] } });
});

test('says so in an event and the status when the Namespace is missing, and mirrors once it appears', () => {
  const { mirrors, events, linkStatus, afterStep } = run({
    west: [],
    ops: [{ op: 'create', cluster: 'source', object: shop }],
  });
  expect(mirrors).toEqual([]);
  expect(events).toMatchObject([{ message: 'Skipped mirroring service: namespace does not exist' }]);
  expect(linkStatus).toMatchObject({
    east: { mirrorServices: [{ conditions: [{ reason: 'MissingNamespace' }] }] },
  });
  expect(names(afterStep)).toContain('Service web-east');
});

test('lets a Service with both labels join its federated Service only at its next event', () => {
  const both = [service('web', { ...exported, ...member })];
  const touch = patch('Service', 'web', { metadata: { labels: { team: 'red' } } });
  const { mirrors, afterStep } = run({ east: both, batch: { order: 'controller-first' }, ops: [touch] });
  expect(names(mirrors)).not.toContain('Service web-federated');
  expect(names(afterStep)).toContain('Service web-federated');
});

test('fills a mirror at any change of its Service, though nothing is ready', () => {
  const empty = [service('web', exported), endpoints('web', exported, [])];
  const touch = patch('Service', 'web', { metadata: { labels: { team: 'red' } } });
  const { mirrors, afterStep } = run({ east: empty, ops: [touch] });
  expect(names(mirrors)).not.toContain('EndpointSlice web-east-*');
  expect(names(afterStep)).toContain('EndpointSlice web-east-*');
});

test('moves addresses to not ready when a gateway that answered dies, not when it never did', () => {
  const dies: Operation = { op: 'gateway', answers: false };
  const answered = run({ batch: { gateway: [true] }, ops: [dies] });
  expect(JSON.stringify(answered.afterStep)).toContain('notReadyAddresses');
  expect(JSON.stringify(run({ batch: { gateway: [false] }, ops: [dies] }).afterStep)).not.toContain(
    'notReady',
  );
});

test('cleans nothing up when the Link is deleted', () => {
  const gone: Operation = { op: 'delete', cluster: 'source', kind: 'Link', name: 'east', namespace: 'mc' };
  const { afterStep, linkStatusAfterStep } = run({ ops: [gone] });
  expect(names(afterStep)).toContain('Service web-east');
  expect(linkStatusAfterStep).toEqual({});
});

test('deletes orphans at a start, when their Service went while nothing ran', () => {
  const gone: Operation = {
    op: 'delete',
    cluster: 'target',
    kind: 'Service',
    name: 'web',
    namespace: 'shop',
  };
  expect(run({ batch: { whileDown: true }, ops: [gone] }).afterStep).toEqual([]);
});

test('overwrites the mirror of another Link that has the same name', () => {
  const other = {
    kind: 'Service',
    metadata: {
      name: 'web-east',
      namespace: 'shop',
      labels: { 'mirror.linkerd.io/mirrored-service': 'true', 'mirror.linkerd.io/cluster-name': 'other' },
      annotations: { 'mirror.linkerd.io/remote-resource-version': '7' },
    },
    spec: { ports: [{ port: 1 }] },
  };
  expect(JSON.stringify(run({ west: [shop, other] }).mirrors)).not.toContain('"other"');
});

test('deletes even a foreign Service of the mirror’s name together with the exported one', () => {
  const gone: Operation = {
    op: 'delete',
    cluster: 'target',
    kind: 'Service',
    name: 'web',
    namespace: 'shop',
  };
  const { mirrors, afterStep } = run({ west: [shop, service('web-east', { app: 'mine' })], ops: [gone] });
  expect(JSON.stringify(mirrors)).toContain('mine');
  expect(names(afterStep)).not.toContain('Service web-east');
});

test('takes over a foreign federated Service and deletes it with the last member', () => {
  const foreign = service('web-federated', { app: 'mine' });
  const leave = patch('Service', 'web', { metadata: { labels: null } });
  const { mirrors, afterStep } = run({ east: [service('web', member)], west: [shop, foreign], ops: [leave] });
  expect(JSON.stringify(mirrors)).not.toContain('mine');
  expect(afterStep).toEqual([]);
});

const headless = { 'service.kubernetes.io/headless': '' };

function database(...addresses: readonly object[]): RawObject[] {
  const labels = { ...exported, ...headless };
  return [
    service('db', exported, { clusterIP: 'None' }),
    endpoints('db', labels, [{ addresses, ports: [{ port: 80 }] }]),
  ];
}

test('gives every ready hostname of a headless Service a Service of its own', () => {
  const pod = { ip: '10.0.0.1', hostname: 'db-0', targetRef: { kind: 'Pod', name: 'db-0' } };
  const { mirrors, linkStatus } = run({ east: database(pod), options: ['-enable-headless-services'] });
  expect(names(mirrors)).toEqual(expect.arrayContaining(['Service db-east', 'Service db-0-east']));
  expect(JSON.stringify(linkStatus)).toContain('Headless mirror services are disabled');
});

test('dies of a hostname without a pod behind it, and mirrors nothing after that', () => {
  const east = [...database({ ip: '10.0.0.1', hostname: 'db-0' }), ...web];
  const { mirrors } = run({ east, options: ['-enable-headless-services'] });
  expect(names(mirrors)).toContain('Service db-0-east');
  expect(names(mirrors)).not.toContain('Endpoints db-east');
  expect(names(mirrors)).not.toContain('Service web-east');
});

test('counts a local member as the oldest', () => {
  const { mirrors } = run({
    east: [service('web', { ...member, from: 'east' })],
    west: [shop, service('web', { ...member, from: 'west' })],
    batch: { local: [] },
  });
  const federated = mirrors.find(({ metadata }) => (metadata as { name: string }).name === 'web-federated');
  expect(federated).toMatchObject({
    metadata: {
      labels: { from: 'west' },
      annotations: {
        'multicluster.linkerd.io/local-discovery': 'web',
        'multicluster.linkerd.io/remote-discovery': 'web@east',
      },
    },
  });
});

test.each([
  ['an address with a port', { gatewayAddress: '203.0.113.10:4143' }, 'Error resolving'],
  ['a port that is no number', { gatewayPort: 'mc-gateway' }, 'strconv.ParseInt'],
  ['a port over 65535', { gatewayPort: '70000' }, 'must be between 1 and 65535'],
  ['a loopback address', { gatewayAddress: '127.0.0.1' }, 'loopback range'],
])('reports %s in the status', (_, part, words) => {
  const { linkStatus } = run({ batch: { link: { ...spec, ...part } } });
  expect(JSON.stringify(linkStatus)).toContain(words);
});

test.each([
  ['null', null],
  ['without terms', {}],
  [
    'with an In that has no values',
    { matchExpressions: [{ key: 'mirror.linkerd.io/exported', operator: 'In' }] },
  ],
  ['with an impossible key', { matchLabels: { 'not a key!': 'x' } }],
])('mirrors nothing for a selector that is %s', (_, selector) => {
  expect(run({ batch: { link: { ...spec, selector, remoteDiscoverySelector: selector } } }).mirrors).toEqual(
    [],
  );
});

test('changes no mirror when only the exclusions of the Link change', () => {
  const red = [service('web', { ...exported, team: 'red' })];
  const change: Operation = {
    op: 'patch',
    cluster: 'source',
    kind: 'Link',
    name: 'east',
    namespace: 'mc',
    body: { spec: { excludedLabels: ['team'] } },
  };
  const { mirrors, afterStep } = run({ east: red, ops: [change] });
  expect(afterStep).toEqual(mirrors);
});
