import type { Manifest } from '../manifests/manifest.js';
import { plainManifest } from '../manifests/plain-json.js';
import type { Delivery } from '../topology/fleet.js';

const waveKey = 'argocd.argoproj.io/sync-wave';
const optionsKey = 'argocd.argoproj.io/sync-options';

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
  const own = object.metadata.annotations;
  const annotations = {
    ...(wave !== undefined && { [waveKey]: wave }),
    ...own,
    ...(keep.includes(object.kind) && { [optionsKey]: withKeeping(own?.[optionsKey]) }),
  };
  if (wave === undefined && !keep.includes(object.kind)) return object;
  const annotated = { ...object, metadata: { ...object.metadata, annotations } };
  return plainManifest(annotated) ?? annotated;
}

/** Sync options of an object with those that keep it, where it does not say otherwise itself. */
function withKeeping(own: string | undefined): string {
  const options = own?.split(',').map((option) => option.trim()) ?? [];
  const isSaid = (key: string) => options.some((option) => option.startsWith(`${key}=`));
  return [...options, ...['Prune', 'Delete'].filter((key) => !isSaid(key)).map((key) => `${key}=false`)]
    .filter((option) => option !== '')
    .join(',');
}

/** Wave of an object; none for the last one, which is Argo CD's default. */
function waveOf({ kind, type }: Manifest): string | undefined {
  if (kind === 'Namespace' || kind === 'CustomResourceDefinition') return '-2';
  if (rbac.includes(kind) || (kind === 'Secret' && type === 'kubernetes.io/service-account-token'))
    return '-1';
  return undefined;
}
