import type { Manifest } from '../manifests/manifest.js';
import { plainManifest } from '../manifests/plain-json.js';
import type { Delivery } from '../topology/fleet.js';

const rbac = ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding', 'ServiceAccount'];

/**
 * An object with the annotations that tell Argo CD when to apply it and what never to delete.
 *
 * Waves as they cannot deadlock: Namespaces and CRDs first, then accounts, rights and token Secrets, and all whose
 * health may depend on another cluster in the last wave, which is waited for by nothing.
 * @see https://argo-cd.readthedocs.io/en/release-3.5/user-guide/sync-waves/
 */
export function withSyncAnnotations(object: Manifest, { waves, keep }: Delivery): Manifest {
  const wave = waves ? waveOf(object) : undefined;
  const added = {
    ...(wave !== undefined && { 'argocd.argoproj.io/sync-wave': wave }),
    ...(keep.includes(object.kind) && { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' }),
  };
  if (Object.keys(added).length === 0) return object;
  const annotations = { ...added, ...object.metadata.annotations };
  const annotated = { ...object, metadata: { ...object.metadata, annotations } };
  return plainManifest(annotated) ?? annotated;
}

/** Wave of an object; none for the last one, which is Argo CD's default. */
function waveOf({ kind, type }: Manifest): string | undefined {
  if (kind === 'Namespace' || kind === 'CustomResourceDefinition') return '-2';
  if (rbac.includes(kind) || (kind === 'Secret' && type === 'kubernetes.io/service-account-token'))
    return '-1';
  return undefined;
}
