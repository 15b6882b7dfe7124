import { expect, test } from 'vitest';
import { compare } from '../../../lib/simulator/prediction/compare.js';
import type { Comparison } from '../../../lib/simulator/prediction/comparison.js';
import type { GivenManifest } from '../../../lib/simulator/prediction/given.js';
import {
  cluster,
  exported,
  flat,
  link,
  member,
  namespace,
  service,
  workload,
} from '../../support/manifests.js';

interface Side {
  readonly west?: readonly GivenManifest[];
  readonly east?: readonly GivenManifest[];
}

function between(before: Side, after: Side): Comparison {
  const side = ({ west = [link('east')], east = [] }: Side) => ({
    clusters: [cluster('west', namespace('shop'), ...west), cluster('east', ...east)],
  });
  return compare(side(before), side(after));
}

function changes({ changes: list }: Comparison): string[] {
  return list.map(({ name, change, fields }) => `${name} ${change} ${fields.join()}`.trim());
}

function stale({ stale: list }: Comparison): string[] {
  return list.map(({ name, message, until }) => `${name}: ${message}, until ${until}`);
}

const web = service('web', { labels: exported });

test('finds nothing between two equal sides', () => {
  expect(between({ east: [web] }, { east: [web] })).toEqual({ changes: [], stale: [] });
});

test('shows a mirror that appears with its export', () => {
  expect(changes(between({ east: [service('web')] }, { east: [web] }))).toEqual(['web-east appears']);
});

test('shows a mirror that vanishes with its export', () => {
  expect(changes(between({ east: [web] }, { east: [] }))).toEqual(['web-east vanishes']);
});

test('shows ports and endpoints that change', () => {
  const ports = service('web', { labels: exported, spec: { ports: [{ port: 8080 }] } });
  expect(changes(between({ east: [web] }, { east: [ports] }))).toEqual(['web-east changes ports']);
  const moved = between(
    { east: [web] },
    { east: [web], west: [link('east', { gatewayAddress: '203.0.113.20' })] },
  );
  expect(changes(moved)).toEqual(['web-east changes endpoints']);
  expect(moved.stale).toEqual([]);
});

test('shows the change of a mode', () => {
  const moved = between({ east: [web] }, { east: [service('web', { labels: flat })] });
  expect(changes(moved)).toEqual(['web-east changes mode,endpoints,metadata']);
});

test('reports exclusions that reach no mirror until its Service changes', () => {
  const labelled = service('web', { labels: { ...exported, team: 'red' } });
  const result = between(
    { east: [labelled] },
    { east: [labelled], west: [link('east', { excludedLabels: ['team'] })] },
  );
  expect(stale(result)).toEqual(['web-east: it keeps its old metadata, until its exported Service changes']);
});

test('reports mirrors that outlive their Link', () => {
  const result = between({ east: [web] }, { east: [web], west: [] });
  expect(stale(result)).toEqual([
    'web-east: it stays, though nothing mirrors it any more, until it is mended by hand',
  ]);
});

test('reports a member that joins only after a restart', () => {
  const both = service('web', { labels: { ...exported, ...member } });
  expect(stale(between({}, { east: [both] }))).toEqual([
    'web-federated: it is missing, until the controller restarts',
  ]);
});

test('reports a mirror filled by a change though nothing is ready, until a repair', () => {
  const none = workload('Deployment', 'web', { replicas: 0 });
  const touched = service('web', { labels: { ...exported, team: 'red' } });
  const result = between({ east: [web, none] }, { east: [touched, none] });
  expect(stale(result)).toEqual(['web-east: it keeps its old endpoints, until the controller restarts']);
});

test('starts a Link that only the later side has', () => {
  expect(changes(between({ west: [], east: [web] }, { east: [web] }))).toEqual(['web-east appears']);
});
