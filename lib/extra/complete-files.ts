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
 * Argo CD. One by one as they come, unless there are patches, which look for what they hit in all of them.
 *
 * Reports PATCH_NO_OBJECT, PATCH_IDENTITY, and what `readExtraManifests` reports.
 */
export function* completeFiles(
  files: Iterable<ClusterFile>,
  { name, namespace }: Pick<Cluster, 'name' | 'namespace'>,
  { fleet, extra, placeOf }: Pick<LoadedConfig, 'fleet' | 'extra' | 'placeOf'>,
  delivery: Delivery,
  report: (diagnostic: Diagnostic) => void,
): Generator<ClusterFile> {
  const added = addedObjects(extra.get(name) ?? [], namespace);
  added.diagnostics.forEach(report);
  const patches = fleet.clusters[name]?.patches ?? [];
  let all: Iterable<ClusterFile> = withExtra(files, added.manifests);
  if (patches.length > 0) {
    const patched = patchFiles([...all], patches, name, placeOf);
    patched.diagnostics.forEach(report);
    all = patched.files;
  }
  const isAnnotated = delivery.waves || delivery.keep.length > 0;
  for (const { file, manifests } of all) {
    yield {
      file,
      manifests: isAnnotated ? manifests.map((object) => withSyncAnnotations(object, delivery)) : manifests,
    };
  }
}

function* withExtra(
  files: Iterable<ClusterFile>,
  added: readonly Manifest[],
): Generator<ClusterFile, void, undefined> {
  yield* files;
  if (added.length > 0) yield { file: 'extra.yaml', manifests: orderManifests(added) };
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
