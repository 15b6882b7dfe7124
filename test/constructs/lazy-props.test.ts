import { App, Chart, Lazy } from 'cdk8s';
import { expect, it } from 'vitest';
import { Monitors } from '../../lib/constructs/monitors.js';
import { MulticlusterNamespace } from '../../lib/constructs/multicluster-namespace.js';

/** A value that is known when the tree is rendered; cdk8s takes it wherever a text may stand. */
const later = (text: string): string => Lazy.any({ produce: () => text }) as string;

const gateway = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: {
    annotations: { 'mirror.linkerd.io/multicluster-gateway': 'true' },
    name: 'linkerd-gateway',
    namespace: 'mc',
  },
  spec: { ports: [{ name: 'mc-probe', port: 4191 }] },
};

it('renders the labels of each tree’s monitors, though they are known late', () => {
  const teams = ['a', 'b', 'c'].map((team) => {
    const chart = new Chart(new App(), 'chart');
    const props = { namespace: 'mc', interval: '30s', objects: [gateway] };
    new Monitors(chart, 'monitors', { ...props, labels: { team: later(team) } });
    return (chart.toJson() as { metadata: { labels: unknown } }[]).map(({ metadata }) => metadata.labels);
  });
  expect(teams).toEqual(['a', 'b', 'c'].map((team) => [{ team }]));
});

it('renders the name of a Namespace that is known late', () => {
  const names = ['a', 'b'].map((name) => {
    const chart = new Chart(new App(), 'chart');
    new MulticlusterNamespace(chart, 'namespace', { name: later(name) });
    return (chart.toJson() as { metadata: { name: unknown } }[]).map(({ metadata }) => metadata.name);
  });
  expect(names).toEqual([['a'], ['b']]);
});
