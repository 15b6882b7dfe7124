import { expect, test } from 'vitest';
import { compare } from '../../../lib/simulator/prediction/compare.js';
import { predict, type PredictionInput } from '../../../lib/simulator/prediction/predict.js';
import { renderPrediction } from '../../../lib/simulator/prediction/render-prediction.js';
import { cluster, exported, link, member, namespace, service } from '../../support/manifests.js';

const west = cluster('west', namespace('shop'), link('east'));
const facts = { clusters: { east: { argocdName: 'in-cluster' }, west: {} } };

/** West mirrors from east, whose manifests are given as those of `in-cluster`. */
function fleet(...services: readonly ReturnType<typeof service>[]): PredictionInput {
  return { clusters: [west, cluster('in-cluster', ...services)], aliases: { east: 'in-cluster' }, facts };
}

const web = service('web', { labels: exported });

test('calls a target alike in the table, where a mirror is missing, and where one waits', () => {
  const lost = service('lost', { labels: exported, spec: { ports: [] } });
  const both = service('both', { labels: { ...exported, ...member } });
  const text = renderPrediction(predict(fleet(web, lost, both)), 'text');
  expect(text).toContain(' east/shop/web ');
  expect(text).toContain('east/shop/lost (lost-east): not mirrored');
  expect(text).toContain('east/shop/both: created with both labels');
  expect(text).not.toContain('in-cluster');
});

test('calls a source by the name that it has as a target', () => {
  const clusters = [
    cluster('west', namespace('shop'), link('east')),
    cluster('in-cluster', namespace('shop'), link('west')),
  ];
  const { sources } = predict({ clusters, aliases: { east: 'in-cluster' }, facts });
  expect(sources.map(({ source }) => source)).toEqual(['east', 'west']);
});

test('calls a cluster as it is given where Links have several names for it', () => {
  const clusters = [
    cluster('west', namespace('shop'), link('east'), link('ost')),
    cluster('in-cluster', service('web', { labels: exported, spec: { ports: [] } })),
  ];
  const { sources } = predict({ clusters, aliases: { east: 'in-cluster', ost: 'in-cluster' } });
  expect(sources[0]?.missing.map((each) => each.exported)).toEqual([
    'in-cluster/shop/web',
    'in-cluster/shop/web',
  ]);
});

test('gives no cluster the name that another is given by', () => {
  const clusters = [cluster('east'), cluster('west', link('west')), cluster('in-cluster', link('east'))];
  const { sources } = predict({ clusters, aliases: { east: 'in-cluster' } });
  expect(sources.map(({ source }) => source)).toEqual(['in-cluster', 'west']);
});

test('compares a cluster with itself where only the newer state tells its name', () => {
  const clusters = [cluster('in-cluster', namespace('shop'), link('west')), cluster('west', web)];
  const before = { clusters };
  expect(compare(before, { clusters, facts })).toEqual({ changes: [], stale: [] });
});
