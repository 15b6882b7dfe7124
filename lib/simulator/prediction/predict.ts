import type { FleetFacts } from '../../checks/facts.js';
import { byCodeUnits } from '../../diagnostics/order.js';
import type { Cluster } from '../cluster.js';
import type { World } from '../world.js';
import { calledBy, fleetNames } from './fleet-names.js';
import type { GivenCluster } from './given.js';
import { takeInventory, type GivenLink, type Inventory } from './inventory.js';
import { viewLink, type LinkView } from './link-view.js';
import { mirrorRows } from './mirror-rows.js';
import { missingMirrors } from './missing-mirrors.js';
import { pendingChanges } from './pending.js';
import type { Prediction, SourcePrediction } from './prediction.js';
import { asOfRelease } from './as-of-release.js';
import { releaseNotes } from './release-notes.js';
import { optionsOf, sourceWorld, targetCluster } from './source-world.js';
import { unknownFacts } from './unknown-facts.js';
import { warnings } from './warnings.js';

/** The clusters to predict, and what their manifests do not say. */
export interface PredictionInput {
  readonly clusters: readonly GivenCluster[];
  /** Given clusters by the name that Links use, where it is another. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Linkerd release of the controllers: `edge-26.8.3`, `2.19`. */
  readonly release?: string;
  /** What a fleet file tells of the clusters, for `reach`: trust domains, cluster domains, networks. */
  readonly facts?: FleetFacts;
}

/** A fleet that was looked over: its clusters, and which Link means which. */
export interface FleetInventory {
  /** Sorted by name. */
  readonly clusters: readonly Inventory[];
  readonly targetOf: (link: GivenLink) => Inventory | undefined;
  /** The cluster as the target of others; made once, and let go after its last Link. */
  readonly asTarget: (inventory: Inventory) => Cluster;
}

/** Sorts all manifests by cluster and kind. */
export function takeFleetInventory({ clusters, aliases = {}, release }: PredictionInput): FleetInventory {
  const inventories = clusters
    .map((cluster) => asOfRelease(takeInventory(cluster), release))
    .sort((a, b) => byCodeUnits(a.name, b.name));
  const byName = new Map(inventories.map((inventory) => [inventory.name, inventory]));
  const targetOf = ({ name, spec }: GivenLink): Inventory | undefined => {
    const { targetClusterName = '' } = spec;
    // without a target's name, whose mirrors it would make is told by its own
    const target = targetClusterName === '' ? name : targetClusterName;
    return byName.get(aliases[target] ?? target) ?? byName.get(target);
  };
  const uses = new Map<string, number>();
  for (const link of inventories.flatMap(({ links }) => links)) {
    const name = targetOf(link)?.name ?? '';
    uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  const targets = new Map<string, Cluster>();
  const asTarget = (inventory: Inventory): Cluster => {
    const cluster = targets.get(inventory.name) ?? targetCluster(inventory);
    const left = (uses.get(inventory.name) ?? 1) - 1;
    uses.set(inventory.name, left);
    if (left > 0) targets.set(inventory.name, cluster);
    else targets.delete(inventory.name);
    return cluster;
  };
  return { clusters: inventories, targetOf, asTarget };
}

/** Views of a cluster's Links whose targets are given. */
export function linkViews(fleet: FleetInventory, source: Inventory): readonly LinkView[] {
  return source.links.flatMap((link) => {
    const target = fleet.targetOf(link);
    return target === undefined ? [] : [viewLink(link, source, target, optionsOf(source, link.name))];
  });
}

/** Runs the controllers of one source cluster until they have settled. */
export function runSource(fleet: FleetInventory, source: Inventory, views: readonly LinkView[]): World {
  const world = sourceWorld(
    source,
    views.map(({ link, target }) => ({ link, target: fleet.asTarget(target) })),
  );
  world.start();
  return world;
}

function predictSource(fleet: FleetInventory, source: Inventory): SourcePrediction {
  const views = linkViews(fleet, source);
  const world = runSource(fleet, source, views);
  const prediction = {
    source: source.name,
    mirrors: mirrorRows(world, source.name, source.clusterDomain, views),
    missing: missingMirrors(views, world),
    pending: pendingChanges(views, world),
    warnings: warnings(source, views, world),
    unknown: unknownFacts(fleet, source, views),
  };
  // lets go of the targets, which others watch as well
  world.stop();
  return prediction;
}

/**
 * Says which mirror Services appear in which cluster, and why others do not.
 *
 * Pure and deterministic; the order of clusters and manifests plays no part. Clusters without Links are
 * left out of `sources`. What no manifest tells is named under `unknown`; nothing is looked up.
 */
export function predict(input: PredictionInput): Prediction {
  const fleet = takeFleetInventory(calledBy(fleetNames(input), input));
  const sources = fleet.clusters.filter(
    ({ links, localMirror }) => links.length > 0 || localMirror !== undefined,
  );
  return {
    sources: sources.map((source) => predictSource(fleet, source)),
    release: releaseNotes(input.release),
  };
}
