import { expect, test } from 'vitest';
import { predict } from '../../../lib/simulator/prediction/predict.js';
import { cluster, controller, link, manifest, member, namespace, service } from '../../support/manifests.js';

function federated(release: string, apiVersion = 'multicluster.linkerd.io/v1alpha3'): string[] {
  const west = cluster(
    'west',
    namespace('shop'),
    manifest({ ...link('east').object, apiVersion }),
    controller('east'),
  );
  const input = { clusters: [west, cluster('east', service('web', { labels: member }))], release };
  return predict(input).sources.flatMap(({ mirrors }) => mirrors.map(({ name }) => name));
}

test.each(['2.14', '2.16', 'edge-24.11.1'])(
  'predicts no federated Service on %s, which has none',
  (release) => {
    expect(federated(release)).toEqual([]);
  },
);

test.each(['edge-24.11.2', '2.18'])('predicts federated Services on %s', (release) => {
  expect(federated(release)).toEqual(['web-federated']);
});

test('predicts no federated Service for a Link of v1alpha1, whose selector for them is pruned', () => {
  expect(federated('2.18', 'multicluster.linkerd.io/v1alpha1')).toEqual([]);
});
