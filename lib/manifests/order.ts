import { byCodeUnits } from '../diagnostics/order.js';
import type { Manifest } from './manifest.js';

/** Kinds in the order a reader expects them: what others need comes first; kinds not named here come last. */
const kinds = [
  'Namespace',
  'CustomResourceDefinition',
  'ServiceAccount',
  'Secret',
  'ClusterRole',
  'ClusterRoleBinding',
  'Role',
  'RoleBinding',
  'Service',
  'Deployment',
  'PodDisruptionBudget',
];
const rank = new Map(kinds.map((kind, i) => [kind, i]));

/** Manifests in a total order: by kind, then API version, namespace and name; equal ones as they came. */
export function orderManifests(manifests: readonly Manifest[]): Manifest[] {
  if (manifests.length > fewManifests) return manifests.slice().sort(compareManifests);
  const ordered: Manifest[] = [];
  for (const manifest of manifests) {
    let at = ordered.length;
    while (at > 0 && isBefore(manifest, ordered[at - 1])) at--;
    const end = ordered.push(manifest) - 1;
    if (at === end) continue;
    ordered.copyWithin(at + 1, at, end);
    ordered[at] = manifest;
  }
  return ordered;
}

/** What nearly all files hold at most: put into their order before the engine's own sort has begun. */
const fewManifests = 20;

function isBefore(manifest: Manifest, other: Manifest | undefined): boolean {
  return other !== undefined && compareManifests(manifest, other) < 0;
}

function compareManifests(a: Manifest, b: Manifest): number {
  return (
    (rank.get(a.kind) ?? kinds.length) - (rank.get(b.kind) ?? kinds.length) ||
    byCodeUnits(a.kind, b.kind) ||
    byCodeUnits(a.apiVersion, b.apiVersion) ||
    byCodeUnits(a.metadata.namespace ?? '', b.metadata.namespace ?? '') ||
    byCodeUnits(a.metadata.name, b.metadata.name)
  );
}
