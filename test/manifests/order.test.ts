import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderManifests } from '../../lib/manifests/order.js';
import type { Manifest } from '../../lib/manifests/manifest.js';

const manifest = fc.record({
  apiVersion: fc.constantFrom('v1', 'apps/v1'),
  kind: fc.constantFrom('Namespace', 'Secret', 'Service', 'Link', 'Deployment'),
  metadata: fc.record({ name: fc.constantFrom('a', 'b'), namespace: fc.constantFrom('n', 'o') }),
});

/** More objects that come last than any file is put into order by hand with. */
const many = Array.from({ length: 30 }, (): Manifest => ({
  apiVersion: 'z/v1',
  kind: 'Zzz',
  metadata: { name: 'z' },
}));

test('a few manifests come in the order that they have among many', () => {
  fc.assert(
    fc.property(fc.array(manifest, { maxLength: 20 }), (manifests) => {
      const ordered = orderManifests(manifests);
      orderManifests([...manifests, ...many])
        .slice(0, manifests.length)
        .forEach((each, i) => {
          expect(ordered[i]).toBe(each);
        });
      expect(ordered).toHaveLength(manifests.length);
    }),
  );
});

test('what others need comes first, and kinds that are not known come last', () => {
  const kinds = ['PodMonitor', 'Deployment', 'Namespace', 'Link', 'ServiceAccount'];
  const manifests = kinds.map((kind) => ({ apiVersion: 'v1', kind, metadata: { name: 'a' } }));
  expect(orderManifests(manifests).map(({ kind }) => kind)).toEqual([
    'Namespace',
    'ServiceAccount',
    'Deployment',
    'Link',
    'PodMonitor',
  ]);
});
