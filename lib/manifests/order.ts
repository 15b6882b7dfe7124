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

/** Manifests in a total order: by kind, then API version, namespace and name. */
export function orderManifests(manifests: readonly Manifest[]): Manifest[] {
  const ordered = manifests.slice();
  // many files hold one
  return ordered.length > 1 ? ordered.sort(compareManifests) : ordered;
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
