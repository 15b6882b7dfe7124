import { withSyncAnnotations } from '../argocd/sync-annotations.js';
import type { LoadedConfig } from '../config/loaded-config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Manifest } from '../manifests/manifest.js';
import { orderManifests } from '../manifests/order.js';
import { plainManifest } from '../manifests/plain-json.js';
import type { Delivery } from '../topology/fleet.js';
import { patchFiles } from './patch-files.js';

/** A file with its objects. */
interface ClusterFile {
  readonly file: string;
  readonly manifests: readonly Manifest[];
}

/**
 * The files of one cluster with what its owner adds: extra manifests in `extra.yaml`, patches, and annotations for
 * Argo CD. Without any of these they are returned as they came.
 *
 * Reports PATCH_NO_OBJECT and PATCH_IDENTITY.
 */
export function completeFiles(
  files: readonly ClusterFile[],
  cluster: string,
  { fleet, extra, placeOf }: Pick<LoadedConfig, 'fleet' | 'extra' | 'placeOf'>,
  delivery: Delivery,
): { files: readonly ClusterFile[]; diagnostics: Diagnostic[] } {
  const added = extra.get(cluster) ?? [];
  const patches = fleet.clusters[cluster]?.patches ?? [];
  const all =
    added.length === 0
      ? files
      : [
          ...files,
          {
            file: 'extra.yaml',
            manifests: orderManifests(added.map((object) => plainManifest(object) ?? object)),
          },
        ];
  const patched =
    patches.length === 0 ? { files: all, diagnostics: [] } : patchFiles(all, patches, cluster, placeOf);
  if (!delivery.waves && delivery.keep.length === 0) return patched;
  return {
    ...patched,
    files: patched.files.map(({ file, manifests }) => ({
      file,
      manifests: manifests.map((object) => withSyncAnnotations(object, delivery)),
    })),
  };
}
