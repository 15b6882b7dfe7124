import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import { Construct, Dependable } from 'constructs';
import { describe, expect, test } from 'vitest';
import { Monitors } from '../../lib/constructs/monitors.js';
import { ObjectsConstruct } from '../../lib/constructs/objects-construct.js';
import { PlainObject } from '../../lib/constructs/plain-object.js';
import type { Manifest } from '../../lib/manifests/manifest.js';

class Services extends ObjectsConstruct {
  constructor(scope: Construct, id: string, ...objects: Manifest[]) {
    super(scope, id, objects);
  }
}

function service(name: string, metadata = {}): Manifest {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name, ...metadata }, spec: { ports: [] } };
}

function servicesIn(chartProps = {}, ...objects: Manifest[]): { chart: Chart; services: Services } {
  const chart = new Chart(new App(), 'chart', chartProps);
  return { chart, services: new Services(chart, 'services', ...objects) };
}

test('is a construct', () => {
  const { services } = servicesIn();
  expect([services instanceof Construct, Construct.isConstruct(services)]).toEqual([true, true]);
  expect(Dependable.of(services).dependencyRoots).toEqual([services]);
});

test('has its objects below it as ApiObjects, numbered from the second of a kind on', () => {
  const { chart } = servicesIn({}, service('a'), service('b'));
  const paths = chart.node
    .findAll()
    .filter((each) => ApiObject.isApiObject(each))
    .map(({ node }) => node.path);
  expect(paths).toEqual(['chart/services/Service', 'chart/services/Service-2']);
});

test('has its objects below it in a tree that was locked before anybody looked', () => {
  const { chart, services } = servicesIn({}, service('a'));
  chart.node.lock();
  expect(services.node.children).toHaveLength(1);
  expect(() => new Construct(services, 'more')).toThrow();
});

test('takes further constructs', () => {
  const { services } = servicesIn({}, service('a'));
  new Construct(services, 'more');
  expect(services.node.children.map(({ node }) => node.id)).toEqual(['Service', 'more']);
});

describe('knows how its objects are rendered', () => {
  test('as long as nobody has looked at them', () => {
    const { chart, services } = servicesIn({}, service('a'), service('b'));
    expect(services.toManifests()).toEqual(chart.toJson());
    expect(services.toManifests()).toBeUndefined();
  });

  test.each<[string, object, object]>([
    ['a namespace of the chart', { namespace: 'n' }, {}],
    ['labels of the chart', { labels: { team: 'mesh' } }, {}],
    ['an empty map of labels', {}, { labels: {} }],
  ])('not with %s', (_, chartProps, metadata) => {
    expect(servicesIn(chartProps, service('a', metadata)).services.toManifests()).toBeUndefined();
  });
});

test('lets an object of a Linkerd noun be patched', () => {
  const chart = new Chart(new App(), 'chart');
  const gateway = { annotations: { 'mirror.linkerd.io/multicluster-gateway': 'true' } };
  const objects = [service('linkerd-gateway', gateway)];
  const monitors = new Monitors(chart, 'monitors', { namespace: 'n', labels: {}, interval: '30s', objects });
  const [monitor] = monitors.node.children;
  expect(monitor).toBeInstanceOf(PlainObject);
  (monitor as PlainObject).addJsonPatch(JsonPatch.replace('/spec/endpoints/0/interval', '10s'));
  expect(chart.toJson()).toMatchObject([{ spec: { endpoints: [{ interval: '10s' }] } }]);
});
