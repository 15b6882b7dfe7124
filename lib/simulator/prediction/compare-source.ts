import type { Cluster } from '../cluster.js';
import type { World } from '../world.js';
import { changeLinks, changeSource, changeTarget, touchTarget } from './change-world.js';
import type { Comparison } from './comparison.js';
import type { GivenLink, Inventory } from './inventory.js';
import { mirrorChanges } from './mirror-changes.js';
import { linkViews, runSource, type FleetInventory } from './predict.js';
import { snapshot } from './snapshot.js';
import { sourceWorld, targetCluster } from './source-world.js';
import { staleMirrors, type Aftermath } from './stale-mirrors.js';

/** A target of the source's Links, what it held and what it shall hold. */
interface ChangingTarget {
  readonly cluster: Cluster;
  readonly from: Inventory;
  readonly to: Inventory;
}

/** A source under running controllers, its targets, and what it held and shall hold itself. */
interface ChangingSource {
  readonly world: World;
  readonly targets: readonly ChangingTarget[];
  readonly old: Inventory;
  readonly now: Inventory;
}

/** The source and its targets as they were; Links that come later are known, but not there. */
function beforeChange(
  before: FleetInventory,
  after: FleetInventory,
  old: Inventory,
  now: Inventory,
): ChangingSource {
  const targets = new Map<string, ChangingTarget>();
  const targetOf = (link: GivenLink): Cluster | undefined => {
    const from = before.targetOf(link);
    const to = after.targetOf(link) ?? from;
    if (to === undefined) return undefined;
    const target = targets.get(to.name) ?? { cluster: targetCluster(from ?? to), from: from ?? to, to };
    targets.set(to.name, target);
    return target.cluster;
  };
  const later = now.links.filter(({ name }) => !old.links.some((link) => link.name === name));
  const links = [...old.links, ...later].flatMap((link) => {
    const target = targetOf(link);
    return target === undefined ? [] : [{ link, target }];
  });
  const world = sourceWorld(old, links);
  for (const { link } of links) if (later.includes(link)) world.deleteLink(link.name);
  world.start();
  return { world, targets: [...targets.values()], old, now };
}

/** Brings the new manifests in: the source's own, its Links, then the targets. */
function change({ world, targets, old, now }: ChangingSource): void {
  changeSource(world, old, now);
  world.settle();
  changeLinks(world, old, now);
  world.settle();
  for (const { cluster, from, to } of targets) changeTarget(cluster, from, to);
  world.settle();
}

/** Lets the controllers restart, then touches every exported Service. */
function aftermath({ world, targets, now }: ChangingSource): Aftermath {
  const changed = snapshot(world, now);
  world.stop();
  world.start();
  const restarted = snapshot(world, now);
  for (const { cluster } of targets) touchTarget(cluster);
  world.settle();
  world.repair();
  const touched = snapshot(world, now);
  world.stop();
  return { changed, restarted, touched };
}

/** Runs one source through the change, and says what came late. */
export function compareSource(
  before: FleetInventory,
  after: FleetInventory,
  old: Inventory,
  now: Inventory,
): Comparison {
  const source = beforeChange(before, after, old, now);
  const first = snapshot(source.world, old);
  change(source);
  const states = aftermath(source);
  const should = snapshot(runSource(after, now, linkViews(after, now)), now);
  return {
    changes: mirrorChanges(now.name, first, states.changed),
    stale: staleMirrors(now.name, states, should),
  };
}
