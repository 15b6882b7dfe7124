import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GivenManifest } from '../../../lib/simulator/prediction/given.js';
import { predict } from '../../../lib/simulator/prediction/predict.js';
import { cluster, controller, link, namespace, service, workload } from '../../support/manifests.js';

const labels = fc
  .record(
    {
      'mirror.linkerd.io/exported': fc.constantFrom('true', 'remote-discovery', 'false', 'yes'),
      'mirror.linkerd.io/federated': fc.constantFrom('member', 'Member'),
      'multicluster.linkerd.io/remote-discovery': fc.constant('elsewhere'),
      'endpointslice.kubernetes.io/skip-mirror': fc.constant('true'),
      app: fc.constantFrom('a', 'b'),
    },
    { requiredKeys: [] },
  )
  .map((record) => Object.fromEntries(Object.entries(record).map(([key, value]) => [key, value])));

const spec = fc.constantFrom(
  {},
  { clusterIP: 'None' },
  { ports: [] },
  { type: 'ExternalName', externalName: 'a.example.com' },
);

const services = fc
  .uniqueArray(fc.record({ name: fc.constantFrom('a', 'b', 'c', 'a-east', 'b-federated'), labels, spec }), {
    selector: ({ name }) => name,
  })
  .map((list) => list.map(({ name, ...parts }) => service(name, parts)));

const fleets = fc.record({ west: services, east: services, north: services, isHeadless: fc.boolean() });

function clustersOf({
  west,
  east,
  north,
  isHeadless,
}: {
  west: GivenManifest[];
  east: GivenManifest[];
  north: GivenManifest[];
  isHeadless: boolean;
}) {
  const options = isHeadless ? ['-enable-headless-services'] : [];
  const own = [
    namespace('shop'),
    link('east'),
    link('north'),
    controller('east', ...options),
    controller('north', ...options),
  ];
  const pods = [
    service('own'),
    workload('StatefulSet', 'a', { serviceName: 'a' }),
    workload('Deployment', 'b'),
  ];
  return [
    cluster('west', ...own, ...west),
    cluster('east', ...pods, ...east),
    cluster('north', ...pods, ...north),
  ];
}

test('predicts the same from manifests in any order', () => {
  fc.assert(
    fc.property(fleets, fc.infiniteStream(fc.nat()), (fleet, numbers) => {
      const clusters = clustersOf(fleet);
      const shuffled = <T>(list: readonly T[]): T[] =>
        list
          .map((item) => ({ item, at: numbers.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ item }) => item);
      const other = shuffled(clusters).map(({ name, manifests }) => cluster(name, ...shuffled(manifests)));
      expect(predict({ clusters: other })).toEqual(predict({ clusters }));
    }),
    { numRuns: 60 },
  );
});

test('changes nothing for a Service that no selector matches', () => {
  fc.assert(
    fc.property(fleets, (fleet) => {
      const clusters = clustersOf(fleet);
      const more = clusters.map(({ name, manifests }) =>
        cluster(name, ...manifests, service('unrelated', { labels: { app: 'x' } })),
      );
      expect(predict({ clusters: more })).toEqual(predict({ clusters }));
    }),
    { numRuns: 60 },
  );
});

test('reads manifests of any form without failing', () => {
  const kinds = fc.constantFrom(
    'Service',
    'Endpoints',
    'Namespace',
    'Link',
    'Deployment',
    'ConfigMap',
    'Pod',
  );
  const anything = fc.object({
    key: fc.constantFrom(
      'metadata',
      'spec',
      'name',
      'namespace',
      'labels',
      'ports',
      'selector',
      'subsets',
      'template',
    ),
    maxDepth: 4,
  });
  const given = fc
    .record({ kind: kinds, rest: anything })
    .map(({ kind, rest }) => ({ object: { apiVersion: 'v1', ...rest, kind } }));
  fc.assert(
    fc.property(fc.array(given, { maxLength: 8 }), (manifests) => {
      const clusters = [cluster('west', link('east'), ...manifests), cluster('east', ...manifests)];
      expect(predict({ clusters }).sources.length).toBeGreaterThan(0);
    }),
    { numRuns: 200 },
  );
});

test('gives every selected Service a mirror or a reason', () => {
  fc.assert(
    fc.property(fleets, (fleet) => {
      const [prediction] = predict({ clusters: clustersOf(fleet) }).sources;
      const known = new Set([
        ...(prediction?.mirrors ?? []).flatMap((mirror) => mirror.exports),
        ...(prediction?.missing ?? []).map((missing) => missing.exported),
      ]);
      for (const [name, manifests] of [
        ['east', fleet.east],
        ['north', fleet.north],
      ] as const) {
        for (const { object } of manifests) {
          const metadata = object.metadata as { name: string; labels: Record<string, string> };
          const value = metadata.labels['mirror.linkerd.io/exported'];
          if (value === 'true' || value === 'remote-discovery')
            expect(known).toContain(`${name}/shop/${metadata.name}`);
        }
      }
    }),
    { numRuns: 60 },
  );
});
