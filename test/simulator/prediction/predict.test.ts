import { expect, test } from 'vitest';
import { predict } from '../../../lib/simulator/prediction/predict.js';
import { renderPrediction } from '../../../lib/simulator/prediction/render-prediction.js';
import type { SourcePrediction } from '../../../lib/simulator/prediction/prediction.js';
import {
  cluster,
  controller,
  exported,
  flat,
  link,
  manifest,
  member,
  namespace,
  service,
  workload,
} from '../../support/manifests.js';
import type { GivenManifest } from '../../../lib/simulator/prediction/given.js';

/** What west predicts of these manifests of east; west holds Namespace shop, the Link, and what is given. */
function west(
  east: readonly GivenManifest[],
  own: readonly GivenManifest[] = [link('east'), controller('east')],
): SourcePrediction {
  const { sources } = predict({
    clusters: [cluster('west', namespace('shop'), ...own), cluster('east', ...east)],
  });
  const [prediction] = sources;
  if (prediction === undefined) throw new Error('west has no Link');
  return prediction;
}

function reasons(prediction: SourcePrediction): string[] {
  return prediction.missing.map(({ mirror, reason }) => `${mirror} ${reason}`);
}

test('mirrors an exported Service through the gateway', () => {
  const { mirrors, missing } = west([service('web', { labels: exported }), workload('Deployment', 'web')]);
  expect(missing).toEqual([]);
  expect(mirrors).toMatchObject([
    {
      name: 'web-east',
      mode: 'gateway',
      exports: ['east/shop/web'],
      ports: ['http 80/TCP'],
      endpoints: ['203.0.113.10:4143'],
    },
  ]);
});

test.each(['clusterDomain: west.test', '{"clusterDomain":"west.test"}'])(
  "calls mirrors by the domain of the source's control plane: %s",
  (values) => {
    const metadata = { name: 'linkerd-config', namespace: 'linkerd' };
    const config = manifest({ apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { values } });
    expect(west([service('web', { labels: exported })], [link('east'), config]).mirrors).toMatchObject([
      { dnsName: 'web-east.shop.svc.west.test' },
    ]);
  },
);

test('mirrors a flat Service to the pods of the target', () => {
  expect(west([service('web', { labels: flat })]).mirrors).toMatchObject([
    { mode: 'flat', endpoints: ['pods of east'] },
  ]);
});

test('lists every member of a federated Service', () => {
  const clusters = [
    cluster('west', namespace('shop'), link('east'), link('north')),
    cluster('east', service('web', { labels: member })),
    cluster('north', service('web', { labels: member })),
  ];
  const [prediction] = predict({ clusters }).sources;
  expect(prediction?.mirrors).toMatchObject([
    { name: 'web-federated', exports: ['east/shop/web', 'north/shop/web'] },
  ]);
});

test('mirrors a headless StatefulSet host by host where headless Services are enabled', () => {
  const own = [link('east'), controller('east', '-enable-headless-services')];
  const db = service('db', { labels: exported, spec: { clusterIP: 'None' } });
  const { mirrors } = west([db, workload('StatefulSet', 'db', { replicas: 2, serviceName: 'db' })], own);
  expect(mirrors.map(({ name, mode }) => `${name} ${mode}`)).toEqual([
    'db-0-east host',
    'db-1-east host',
    'db-east headless',
  ]);
});

test('mirrors a headless Service like any other where they are not', () => {
  const db = service('db', { labels: exported, spec: { clusterIP: 'None' } });
  const { mirrors } = west([db, workload('StatefulSet', 'db', { serviceName: 'db' })]);
  expect(mirrors).toMatchObject([{ name: 'db-east', mode: 'gateway' }]);
});

test('takes a controller for that of the Link that its labels name, as the linker does', () => {
  const labels = { component: 'controller', 'mirror.linkerd.io/cluster-name': 'east' };
  const { object } = controller('$(LINK)', '-enable-headless-services');
  const labelled = manifest({ ...object, metadata: { ...(object.metadata as object), labels } });
  const db = service('db', { labels: exported, spec: { clusterIP: 'None' } });
  const { mirrors } = west(
    [db, workload('StatefulSet', 'db', { serviceName: 'db' })],
    [link('east'), labelled],
  );
  expect(mirrors.map(({ mode }) => mode)).toContain('headless');
});

test('takes no Link for an option of its controller, whatever it is called', () => {
  const name = 'enable-headless-services';
  const db = service('db', { labels: exported, spec: { clusterIP: 'None' } });
  const clusters = [
    cluster('west', namespace('shop'), link(name), controller(name)),
    cluster(name, db, workload('StatefulSet', 'db', { serviceName: 'db' })),
  ];
  expect(predict({ clusters }).sources[0]?.mirrors).toMatchObject([{ mode: 'gateway' }]);
});

test('knows the gateway by name without looking it up', () => {
  const { mirrors, unknown } = west(
    [service('web', { labels: exported })],
    [link('east', { gatewayAddress: 'gw.example.com' })],
  );
  expect(mirrors[0]?.endpoints).toEqual(['gw.example.com:4143']);
  expect(unknown.join()).toContain('gw.example.com is taken to resolve');
});

test('notes a mirror that nothing stands behind', () => {
  const { mirrors } = west([
    service('web', { labels: exported }),
    workload('Deployment', 'web', { replicas: 0 }),
  ]);
  expect(mirrors[0]?.endpoints).toEqual([]);
  expect(mirrors[0]?.notes.join()).toContain('0 replicas');
});

test('notes that endpoints are assumed when no workload is given', () => {
  const { mirrors } = west([service('web', { labels: exported })]);
  expect(mirrors[0]?.notes.join()).toContain('assumed');
});

test('tells that a Service with both labels joins late when it is created later', () => {
  const { pending } = west([service('web', { labels: { ...exported, ...member } })]);
  expect(pending).toMatchObject([{ exported: 'east/shop/web' }]);
});

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

/** A Service web with labels of any type. */
function labelled(labels: unknown): GivenManifest {
  const metadata = { name: 'web', namespace: 'shop', labels };
  return manifest({ apiVersion: 'v1', kind: 'Service', metadata, spec: { ports: [{ port: 80 }] } });
}

test.each([
  [true, 'a boolean', 'quote it: `mirror.linkerd.io/exported: "true"`'],
  [1, 'a number', 'set label `mirror.linkerd.io/exported` to "true" or "remote-discovery", in quotes'],
])('reports an export label without quotes: %s', (value, kind, fix) => {
  const { missing } = west([labelled({ 'mirror.linkerd.io/exported': value })]);
  expect(missing).toMatchObject([{ reason: 'label-not-text', fix }]);
  expect(missing[0]?.message).toContain(`label \`mirror.linkerd.io/exported: ${value}\` is ${kind}`);
});

test('says nothing of an export label without quotes that says no', () => {
  expect(west([labelled({ 'mirror.linkerd.io/exported': false })]).missing).toEqual([]);
});

const exportTerm = { key: 'mirror.linkerd.io/exported', operator: 'In', values: ['true'] };

test.each<[unknown, string, string]>([
  [{}, 'is empty', 'give it a term: `matchLabels: { mirror.linkerd.io/exported: "true" }`'],
  [
    { matchExpressions: [{ ...exportTerm, values: [] }] },
    'with In and no values',
    'use `In` and `NotIn` with',
  ],
  [{ matchExpressions: [{ ...exportTerm, operator: 'in' }] }, 'the unknown operator `in`', 'write `In`'],
  [true, 'is a boolean, no selector', 'write `matchLabels: '],
  [
    { matchLabels: { 'mirror.linkerd.io/exported': true } },
    'holds `mirror.linkerd.io/exported: true`, a boolean where text belongs',
    'quote it: `mirror.linkerd.io/exported: "true"`',
  ],
  [{ matchLabels: ['a'] }, 'has a list as `matchLabels`', 'write `matchLabels: '],
  [{ matchLabels: { 'a b': 'c' } }, 'has a key or value that no label can have', 'mend it'],
])('reports that the selector %j of the Link matches nothing', (selector, what, fix) => {
  const { missing } = west([service('web', { labels: exported })], [link('east', { selector })]);
  expect(missing).toMatchObject([{ reason: 'selector-invalid', place: { file: 'all.yaml' } }]);
  expect(missing[0]?.message).toContain(`its \`spec.selector\` `);
  expect(missing[0]?.message).toContain(what);
  expect(missing[0]?.fix).toContain(`mend Link east: ${fix}`);
});

test('reports the broken selector of federated Services to a member alone', () => {
  const own = [link('east', { federatedServiceSelector: {} })];
  expect(reasons(west([service('web', { labels: member })], own))).toEqual(['web-east selector-invalid']);
  const typo = service('web', { labels: { 'mirror.linkerd.io/exported': 'yes' } });
  expect(reasons(west([typo], own))).toEqual(['web-east not-selected']);
});

test.each([
  [
    { matchLabels: { ...exported, tier: 'front' } },
    'set label `tier` to "front", or set label `mirror.linkerd.io/exported` to "remote-discovery"',
  ],
  [
    { matchExpressions: [exportTerm, { key: 'internal', operator: 'DoesNotExist' }] },
    'remove label `internal`, or set label `mirror.linkerd.io/exported` to "remote-discovery"',
  ],
  [undefined, 'set label `mirror.linkerd.io/exported` to "remote-discovery"'],
])('says of selector %j what labels lack', (selector, fix) => {
  const web = service('web', { labels: { ...exported, internal: '1' } });
  expect(west([web], [link('east', { selector })]).missing).toMatchObject([{ reason: 'not-selected', fix }]);
});

test('reports a mirror name that a Service of the source has', () => {
  const own = [link('east'), service('web-east')];
  expect(reasons(west([service('web', { labels: exported })], own))).toEqual(['web-east name-taken']);
});

test('reports a mirror name of more than 63 characters, with the longest that fits', () => {
  const { missing } = west([service('a'.repeat(60), { labels: exported })]);
  expect(missing).toMatchObject([{ reason: 'name-too-long' }]);
  expect(missing[0]?.fix).toContain('58');
});

test('reports a headless Service in flat mode while headless Services are enabled', () => {
  const own = [link('east'), controller('east', '-enable-headless-services')];
  const db = service('db', { labels: flat, spec: { clusterIP: 'None' } });
  expect(reasons(west([db], own))).toEqual(['db-east headless-flat']);
});

test('reports a headless member of a federated Service', () => {
  const db = service('db', { labels: member, spec: { clusterIP: 'None' } });
  expect(reasons(west([db]))).toEqual(['db-federated headless-federated']);
});

test('reports a member that waits for a mirror that cannot be made', () => {
  const own = [link('east')];
  const labels = { ...exported, ...member };
  const web = service('web', { labels, spec: { ports: [] } });
  expect(reasons(west([web], own))).toEqual(['web-east no-ports', 'web-federated no-ports']);
});

test.each([
  ['gateway-address', { gatewayAddress: '203.0.113.10:4143' }],
  ['gateway-port', { gatewayPort: 'mc-gateway' }],
  ['gateway-port', { gatewayPort: '70000' }],
])('reports %s when the Link gives the mirror no endpoints', (reason, spec) => {
  const { missing } = west([service('web', { labels: exported })], [link('east', spec)]);
  expect(missing).toMatchObject([{ reason, mirror: 'web-east' }]);
});

test.each([
  ['the address is empty', { gatewayAddress: '' }, true],
  ['the address has a port', { gatewayAddress: '203.0.113.10:4143' }, true],
  ['the port is no number', { gatewayPort: 'mc-gateway' }, true],
  ['the port is too high, and the mirror is deleted again', { gatewayPort: '70000' }, false],
])('says whether the mirror stands when %s', (_, spec, isMade) => {
  const { mirrors, missing } = west([service('web', { labels: exported })], [link('east', spec)]);
  expect(mirrors.map(({ name }) => name)).toEqual(isMade ? ['web-east'] : []);
  expect(missing).toMatchObject([{ mirror: 'web-east', isMade }]);
});

test('lists a mirror without endpoints apart from those that are missing', () => {
  const clusters = [
    cluster('west', namespace('shop'), link('east', { gatewayAddress: '' })),
    cluster('east', service('web', { labels: exported })),
  ];
  const prediction = predict({ clusters });
  const text = renderPrediction(prediction, 'text');
  expect(text).toContain(
    'Mirrored without endpoints:\n  all.yaml east/shop/web (web-east): mirrored without',
  );
  expect(text).toContain('Link east has no `gatewayAddress`');
  expect(text).not.toContain('ot mirrored');
  expect(renderPrediction(prediction, 'markdown')).toContain('### Mirrored without endpoints\n');
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

test('says that a Namespace is only as far as the manifests tell missing', () => {
  const web = service('web', { labels: exported, namespace: 'books' });
  expect(west([web]).missing[0]?.isCertain).toBe(false);
  expect(west([web], [link('east'), namespace('kube-system')]).missing[0]?.isCertain).toBe(true);
});

test('leaves nothing of a Service that is not exported', () => {
  const { mirrors, missing, pending } = west([service('web', { labels: { app: 'web' } })]);
  expect([mirrors, missing, pending]).toEqual([[], [], []]);
});

test('reads a port without quotes as the port that is meant', () => {
  const { mirrors } = west([service('web', { labels: exported })], [link('east', { gatewayPort: 4143 })]);
  expect(mirrors[0]?.endpoints).toEqual(['203.0.113.10:4143']);
});

test('names what is not given', () => {
  const { sources } = predict({ clusters: [cluster('west', link('east'))] });
  expect(sources[0]?.unknown).toEqual(['Link east: no manifests of cluster east are given']);
});

test('takes a Link to the cluster that an alias names', () => {
  const clusters = [
    cluster('west', namespace('shop'), link('east')),
    cluster('in-cluster', service('web', { labels: exported })),
  ];
  const { sources } = predict({ clusters, aliases: { east: 'in-cluster' } });
  expect(sources[0]?.mirrors).toMatchObject([{ name: 'web-east' }]);
});

test('warns of a Link with so many gateway mirrors that a repair outlasts its period', () => {
  const many = Array.from({ length: 300 }, (_, i) => service(`web-${i}`, { labels: exported }));
  expect(west(many).warnings.join()).toContain('300 gateway mirrors');
  expect(west(many.slice(1)).warnings.join()).not.toContain('gateway mirrors');
  expect(west(many.slice(1)).unknown.join()).not.toContain('gateway mirrors');
});

test('counts what a local mirror adds', () => {
  const containers = [
    { args: ['service-mirror', '-local-mirror', '-federated-service-selector=mirror.linkerd.io/federated'] },
  ];
  const local = manifest({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'linkerd-local-service-mirror', namespace: 'linkerd-multicluster' },
    spec: { template: { spec: { containers } } },
  });
  const own = [link('east'), local, service('web', { labels: member })];
  const { mirrors } = west([service('web', { labels: member })], own);
  expect(mirrors).toMatchObject([{ name: 'web-federated', exports: ['west/shop/web', 'east/shop/web'] }]);
});

test.each([
  ['edge-26.8.3', []],
  ['2.17', ['edge-25.3.4']],
  ['nonsense', ['no release that is known']],
])('says what else holds on %s', (release, words) => {
  const { release: notes } = predict({ clusters: [], release });
  for (const word of words) expect(notes.join(' ')).toContain(word);
  expect(notes.length === 0).toBe(words.length === 0);
});

function endpoints(name: string, address: Readonly<Record<string, unknown>>): GivenManifest {
  const labels = { ...exported, 'service.kubernetes.io/headless': '' };
  const metadata = { name, namespace: 'shop', labels };
  return manifest({ apiVersion: 'v1', kind: 'Endpoints', metadata, subsets: [{ addresses: [address] }] });
}

const headlessOn = [link('east'), controller('east', '-enable-headless-services')];
const db = service('db', { labels: exported, spec: { clusterIP: 'None' } });

test('warns of endpoints that crash the controller', () => {
  const { warnings } = west([db, endpoints('db', { ip: '10.0.0.1', hostname: 'db-0' })], headlessOn);
  expect(warnings.join()).toContain('crashes');
});

test('warns of a Service of the source that headless mirroring deletes', () => {
  const address = { ip: '10.0.0.1', hostname: 'db-0', targetRef: { kind: 'Pod', name: 'db-0' } };
  const own = service('db-0-east', { spec: { selector: {} } });
  const { warnings } = west([db, endpoints('db', address)], [...headlessOn, own]);
  expect(warnings.join()).toContain('Service shop/db-0-east of west is deleted');
});

test.each([
  ['without ports, as a patch of one is', service('web', { spec: { ports: [] } })],
  ['whose name has upper case letters', service('Upper_Case')],
  ['whose name has a dot', service('fed.dot')],
])('takes no Service %s for deleted', (_, own) => {
  expect(west([], [link('east'), own]).warnings).toEqual([]);
});

test('warns of a Service of the source that gets endpoints at the gateway', () => {
  const own = service('db-east', { spec: { selector: {} } });
  const address = { ip: '10.0.0.1', hostname: 'db-0', targetRef: { kind: 'Pod', name: 'db-0' } };
  const { warnings } = west([db, endpoints('db', address)], [...headlessOn, own]);
  expect(warnings.join()).toContain('Service shop/db-east of west gets endpoints at the gateway');
});

test('warns of a Service of the source that a federated Service takes over', () => {
  const { warnings } = west([service('web', { labels: member })], [link('east'), service('web-federated')]);
  expect(warnings.join()).toContain('Service shop/web-federated of west is taken over');
});

test('warns of two Links that write one mirror', () => {
  const clusters = [
    cluster('west', namespace('shop'), link('c'), link('b-c')),
    cluster('c', service('a-b', { labels: exported })),
    cluster('b-c', service('a', { labels: exported })),
  ];
  const [prediction] = predict({ clusters }).sources;
  expect(prediction?.warnings).toEqual([
    "Links b-c and c write one mirror shop/a-b-c, each over the other's",
  ]);
});

test('takes it that the Namespaces of every cluster are there', () => {
  const inDefault = service('web', { labels: exported });
  const { missing } = west([
    { object: { ...inDefault.object, metadata: { name: 'web', namespace: 'default', labels: exported } } },
  ]);
  expect(missing).toEqual([]);
});

test('says that no Services are given where only those of Linkerd are', () => {
  const ofLinkerd = service('probe', { labels: { 'linkerd.io/extension': 'multicluster' } });
  const told = (...east: GivenManifest[]) => west(east).unknown.filter((fact) => fact.includes('Services'));
  expect(told()).toEqual(['Link east: no Services of east are given']);
  expect(told(ofLinkerd)).toEqual(['Link east: no Services of east are given but those of Linkerd itself']);
  expect(told(ofLinkerd, service('web', { labels: {} }))).toEqual([]);
});
