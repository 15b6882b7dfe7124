import { manualPage } from '../credentials/manual-page.js';
import { completeFiles } from '../extra/complete-files.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { placeOfRefusal } from '../provenance/place-of-refusal.js';
import type { LoadedConfig } from '../config/loaded-config.js';
import type { Cluster, Fleet } from '../topology/fleet.js';
import { regionsOf } from '../topology/regions.js';
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
  /** True where nothing leads from the clusters up to this one to those that follow. */
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
export function* renderFleet({ config, fleet, release }: OpenedFleet): Generator<RenderedCluster> {
  const linksOf = groupBy(fleet.links, (link) => link.source);
  const linksTo = groupBy(fleet.links, (link) => link.target);
  const clusters = new Map(fleet.clusters.map((cluster) => [cluster.name, cluster]));
  const repeated = new RepeatedObjects();
  for (const { cluster, endsRegion } of byRegion(config, fleet)) {
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

function* byRegion(
  config: LoadedConfig,
  fleet: Fleet,
): Generator<Pick<RenderedCluster, 'cluster' | 'endsRegion'>> {
  if (!isOurs(config)) {
    for (const cluster of fleet.clusters) yield { cluster, endsRegion: false };
    return;
  }
  let since = 0;
  for (const region of regionsOf(fleet)) {
    since += region.length;
    const isEnough = since >= clustersAtOnce;
    for (const cluster of region) yield { cluster, endsRegion: isEnough && cluster === region.at(-1) };
    if (isEnough) since = 0;
  }
}

/** Whether all objects are of our own making: others may name any cluster. */
function isOurs({ extra, fleet }: LoadedConfig): boolean {
  return extra.size === 0 && Object.values(fleet.clusters).every((cluster) => cluster?.patches === undefined);
}
