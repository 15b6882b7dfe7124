import { groupOf } from '../manifests/kind-scope.js';
import type { Manifest } from '../manifests/manifest.js';
import { openFleet, type OpenedFleet } from '../pipeline/open-fleet.js';
import { renderFleet } from '../pipeline/render-fleet.js';
import type { Cluster } from '../topology/fleet.js';
import { withoutLink, type LinkName } from './change-link.js';

/** Commands that delete what Argo CD leaves of a Link, in the order that is safe: the source's, then the target's. */
export function deleteKept(opened: OpenedFleet, link: LinkName): readonly string[] {
  if (opened.fleet.delivery.keep.length === 0) return [];
  const after = openFleet({ ...opened.config, fleet: withoutLink(opened.config.fleet, link) }).opened;
  if (after === undefined) return [];
  return [link.source, link.target].flatMap((name) => {
    const left = new Set(deletions(after, name));
    return deletions(opened, name).filter((command) => !left.has(command));
  });
}

/** Commands that delete the objects of a cluster that Argo CD does not prune. */
function deletions(opened: OpenedFleet, name: string): string[] {
  for (const { cluster, files } of renderFleet(opened)) {
    if (cluster.name !== name) continue;
    return [...files]
      .flatMap(({ manifests }) => manifests)
      .filter(isKept)
      .map((object) => deletion(cluster, object));
  }
  return [];
}

function isKept({ metadata }: Manifest): boolean {
  const options = metadata.annotations?.['argocd.argoproj.io/sync-options'] ?? '';
  return options.split(',').includes('Prune=false');
}

function deletion({ argocdName }: Cluster, { apiVersion, kind, metadata }: Manifest): string {
  const group = groupOf(apiVersion);
  const type = `${kind}${group === '' ? '' : `.${group}`}`.toLowerCase();
  const namespace = metadata.namespace === undefined ? '' : ` -n ${metadata.namespace}`;
  return `kubectl --context ${argocdName}${namespace} delete ${type} ${metadata.name}`;
}
