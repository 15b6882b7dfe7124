import { App, Chart } from 'cdk8s';
import { Construct, Dependable } from 'constructs';
import { expect, test } from 'vitest';
import { ConcernChart } from '../../charts/concern-chart.js';
import { ObjectsConstruct } from '../../lib/constructs/objects-construct.js';

class Concern extends ConcernChart {
  constructor(scope: Construct) {
    super(scope, 'gateway.yaml');
  }
}

class Services extends ObjectsConstruct {
  constructor(scope: Construct, id: string, ...names: string[]) {
    super(
      scope,
      id,
      names.map((name) => ({ apiVersion: 'v1', kind: 'Service', metadata: { name } })),
    );
  }
}

function concern(): { app: App; chart: Concern; first: Services; second: Services } {
  const app = new App();
  const chart = new Concern(app);
  return { app, chart, first: new Services(chart, 'first', 'a'), second: new Services(chart, 'second', 'b') };
}

const pathsBelow = ({ node }: Construct): string[] => node.findAll().map((each) => each.node.path);
const wholeTree = ['', 'gateway', 'gateway/first', 'gateway/first/Service'];

test('a concern is a chart like any other', () => {
  const { app, chart } = concern();
  expect([chart instanceof Chart, Chart.isChart(chart), Construct.isConstruct(chart)]).toEqual([
    true,
    true,
    true,
  ]);
  expect([chart.namespace, chart.labels, chart.file]).toEqual([undefined, {}, 'gateway.yaml']);
  expect(Dependable.of(chart).dependencyRoots).toEqual([chart]);
  expect(chart.node.scope).toBe(app);
});

test('is in its App, with all that it holds, once somebody looks at it', () => {
  const { app, chart } = concern();
  expect(app.node.children).toEqual([]);
  expect(chart.node.path).toBe('gateway');
  expect(pathsBelow(app)).toEqual([...wholeTree, 'gateway/second', 'gateway/second/Service']);
});

test('is there as well when somebody looks at what it holds', () => {
  const { app, second } = concern();
  expect(second.node.path).toBe('gateway/second');
  expect(pathsBelow(app).slice(0, 4)).toEqual(wholeTree);
});

test('tells what it holds before and after', () => {
  const { chart, first, second } = concern();
  expect(chart.constructs).toEqual([first, second]);
  chart.node.lock();
  expect(chart.constructs).toEqual([first, second]);
});

test('renders as stock cdk8s does', () => {
  const { app, chart, first, second } = concern();
  const manifests = [...(first.toManifests() ?? []), ...(second.toManifests() ?? [])];
  expect(chart.toJson()).toEqual(manifests);
  expect(app.charts).toEqual([chart]);
});

test('takes stock constructs, in the order of their making', () => {
  const { chart } = concern();
  new Construct(chart, 'stock');
  new Services(chart, 'third', 'c');
  expect(chart.node.children.map(({ node }) => node.id)).toEqual(['first', 'second', 'stock', 'third']);
});

test('can depend on others, and others on it', () => {
  const { app, chart, first, second } = concern();
  const later = new Chart(app, 'later');
  later.addDependency(chart);
  first.node.addDependency(second);
  expect(app.charts).toEqual([chart, later]);
  expect(chart.toJson()).toMatchObject([{ metadata: { name: 'b' } }, { metadata: { name: 'a' } }]);
});
