import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Cluster } from '../topology/fleet.js';
import { groupBy } from '../topology/group-by.js';
import type { OpenedFleet } from './open-fleet.js';
import { renderCluster, type RenderedFile } from './render-cluster.js';

/** One cluster's files, and what the chart says of its values. */
export interface RenderedCluster {
  readonly cluster: Cluster;
  readonly files: readonly RenderedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The clusters of a fleet one by one, each rendered when it is asked for and kept by nobody: memory stays flat.
 *
 * In the order of the clusters' names.
 */
export function* renderFleet({ fleet, release }: OpenedFleet): Generator<RenderedCluster> {
  const linksOf = groupBy(fleet.links, (link) => link.source);
  const clusters = new Map(fleet.clusters.map((cluster) => [cluster.name, cluster]));
  for (const cluster of fleet.clusters) {
    const { files, diagnostics } = renderCluster(cluster, {
      fleet,
      release,
      links: linksOf.get(cluster.name) ?? [],
      clusterOf: (name) => clusters.get(name) ?? cluster,
    });
    yield { cluster, files, diagnostics: diagnostics.map((d) => ({ cluster: cluster.name, ...d })) };
  }
}
