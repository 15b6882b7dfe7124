import { expect, test } from 'vitest';
import { predict } from '../../../lib/simulator/prediction/predict.js';
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
import { west } from '../../support/predict-west.js';

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

test('leaves nothing of a Service that is not exported', () => {
  const { mirrors, missing, pending } = west([service('web', { labels: { app: 'web' } })]);
  expect([mirrors, missing, pending]).toEqual([[], [], []]);
});

test('reads a port without quotes as the port that is meant', () => {
  const { mirrors } = west([service('web', { labels: exported })], [link('east', { gatewayPort: 4143 })]);
  expect(mirrors[0]?.endpoints).toEqual(['203.0.113.10:4143']);
});

test('takes a Link to the cluster that an alias names', () => {
  const clusters = [
    cluster('west', namespace('shop'), link('east')),
    cluster('in-cluster', service('web', { labels: exported })),
  ];
  const { sources } = predict({ clusters, aliases: { east: 'in-cluster' } });
  expect(sources[0]?.mirrors).toMatchObject([{ name: 'web-east' }]);
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
