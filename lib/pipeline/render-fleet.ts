import { manualPage } from '../credentials/manual-page.js';
import { completeFiles } from '../extra/complete-files.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { placeOfRefusal } from '../provenance/place-of-refusal.js';
import type { Cluster } from '../topology/fleet.js';
import type { Region } from '../topology/regions.js';
import { groupBy } from '../topology/group-by.js';
import { RepeatedObjects } from '../manifests/repeated-objects.js';
import type { OpenedFleet } from './open-fleet.js';
import { renderCluster, type RenderedFile } from './render-cluster.js';

/** One cluster's files, and what the chart says of its values. */
export interface RenderedCluster {
  readonly cluster: Cluster;
  /** Each is rendered when it is asked for, and can be asked for once. */
  readonly files: Iterable<RenderedFile>;
  /** Pages for people, by file name. */
  readonly pages: readonly { readonly file: string; readonly text: string }[];
  /** Complete when all files were asked for. */
  readonly diagnostics: readonly Diagnostic[];
  /** True where others follow and nothing leads to them from the clusters up to this one. */
  readonly endsRegion: boolean;
}

/** Clusters of several regions that are linked at once: to link each of thousands takes longer than all together. */
const clustersAtOnce = 50;

/**
 * The clusters of a fleet one by one, each rendered file by file when it is asked for and kept by nobody: memory stays
 * flat.
 *
 * Region by region, in the order of names.
 */
export function* renderFleet({ config, fleet, release, regions }: OpenedFleet): Generator<RenderedCluster> {
  const linksOf = groupBy(fleet.links, (link) => link.source);
  const linksTo = groupBy(fleet.links, (link) => link.target);
  const clusters = new Map(fleet.clusters.map((cluster) => [cluster.name, cluster]));
  const repeated = new RepeatedObjects();
  for (const { cluster, endsRegion } of inParts(regions)) {
    const links = linksOf.get(cluster.name) ?? [];
    const clusterOf = (name: string): Cluster => clusters.get(name) ?? cluster;
    const rendered = renderCluster(cluster, {
      fleet,
      release,
      links,
      incoming: linksTo.get(cluster.name) ?? [],
      clusterOf,
      repeated,
    });
    const diagnostics: Diagnostic[] = [];
    const report = (diagnostic: Diagnostic): void => {
      diagnostics.push({ cluster: cluster.name, ...diagnostic });
    };
    const files = completeFiles(rendered.files, cluster, config, fleet.delivery, report);
    const pages = links
      .filter((link) => link.credentials?.kind === 'manual')
      .map((link) => ({
        file: `credentials-${link.target}.md`,
        text: manualPage({ link, source: cluster, target: clusterOf(link.target) }),
      }));
    for (const d of rendered.diagnostics) report(placeOfRefusal(d, cluster, config));
    yield { cluster, files, pages, diagnostics, endsRegion };
    config.clusters.get(cluster.name)?.forget?.();
  }
}

function* inParts(regions: readonly Region[]): Generator<Pick<RenderedCluster, 'cluster' | 'endsRegion'>> {
  let since = 0;
  for (const region of regions) {
    since += region.length;
    const isEnough = since >= clustersAtOnce && region !== regions.at(-1);
    for (const cluster of region) yield { cluster, endsRegion: isEnough && cluster === region.at(-1) };
    if (isEnough) since = 0;
  }
}
