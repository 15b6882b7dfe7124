import { withSyncAnnotations } from '../argocd/sync-annotations.js';
import type { ExtraFile, LoadedConfig } from '../config/loaded-config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { definedScopes, scopeOf, type DefinedScopes } from '../manifests/kind-scope.js';
import type { Manifest } from '../manifests/manifest.js';
import { orderManifests } from '../manifests/order.js';
import { plainManifest } from '../manifests/plain-json.js';
import type { Cluster, Delivery } from '../topology/fleet.js';
import { patchFiles } from './patch-files.js';
import { readExtraManifests } from './read-extra-manifests.js';

/** A file with its objects. */
interface ClusterFile {
  readonly file: string;
  readonly manifests: readonly Manifest[];
}

/**
 * The files of one cluster with what its owner adds: extra manifests in `extra.yaml`, patches, and annotations for
 * Argo CD. Without any of these they are returned as they came.
 *
 * Reports PATCH_NO_OBJECT, PATCH_IDENTITY, and what `readExtraManifests` reports.
 */
export function completeFiles(
  files: readonly ClusterFile[],
  { name, namespace }: Pick<Cluster, 'name' | 'namespace'>,
  { fleet, extra, placeOf }: Pick<LoadedConfig, 'fleet' | 'extra' | 'placeOf'>,
  delivery: Delivery,
): { files: readonly ClusterFile[]; diagnostics: readonly Diagnostic[] } {
  const added = addedObjects(extra.get(name) ?? [], namespace);
  const all =
    added.manifests.length === 0
      ? files
      : [...files, { file: 'extra.yaml', manifests: orderManifests(added.manifests) }];
  const patches = fleet.clusters[name]?.patches ?? [];
  const patched =
    patches.length === 0 ? { files: all, diagnostics: [] } : patchFiles(all, patches, name, placeOf);
  const diagnostics = [...added.diagnostics, ...patched.diagnostics];
  if (!delivery.waves && delivery.keep.length === 0) return { files: patched.files, diagnostics };
  return {
    diagnostics,
    files: patched.files.map(({ file, manifests }) => ({
      file,
      manifests: manifests.map((object) => withSyncAnnotations(object, delivery)),
    })),
  };
}

function addedObjects(
  files: readonly ExtraFile[],
  namespace: string,
): { manifests: readonly Manifest[]; diagnostics: readonly Diagnostic[] } {
  const read = files.map((file) => readExtraManifests(file));
  const objects = read.flatMap(({ manifests }) => manifests);
  const scopes = definedScopes(objects);
  return {
    manifests: objects
      .map((object) => inNamespace(object, namespace, scopes))
      .map((object) => plainManifest(object) ?? object),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
}

/**
 * An object that needs a namespace and names none, in that of the Application, as Argo CD would fill it in: so the
 * linker, a patch and `kubectl apply` see the same object. A cluster-scoped one has none, whatever it says.
 */
function inNamespace(object: Manifest, namespace: string, scopes: DefinedScopes): Manifest {
  const scope = scopeOf(object, scopes);
  if (scope === 'namespaced' && object.metadata.namespace === undefined)
    return { ...object, metadata: { ...object.metadata, namespace } };
  if (scope === 'cluster' && object.metadata.namespace !== undefined) {
    const rest = Object.entries(object.metadata).filter(([key]) => key !== 'namespace');
    return { ...object, metadata: Object.fromEntries(rest) as unknown as Manifest['metadata'] };
  }
  return object;
}
