import { expect, test } from 'vitest';
import type { GivenManifest } from '../../../lib/simulator/prediction/given.js';
import { predict } from '../../../lib/simulator/prediction/predict.js';
import {
  cluster,
  controller,
  exported,
  link,
  manifest,
  member,
  namespace,
  service,
} from '../../support/manifests.js';
import { west } from '../../support/predict-west.js';

test('warns of a Link with so many gateway mirrors that a repair outlasts its period', () => {
  const many = Array.from({ length: 300 }, (_, i) => service(`web-${i}`, { labels: exported }));
  expect(west(many).warnings.join()).toContain('300 gateway mirrors');
  expect(west(many.slice(1)).warnings.join()).not.toContain('gateway mirrors');
  expect(west(many.slice(1)).unknown.join()).not.toContain('gateway mirrors');
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
