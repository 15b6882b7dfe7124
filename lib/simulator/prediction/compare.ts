import { byCodeUnits } from '../../diagnostics/order.js';
import type { World } from '../world.js';
import { changeLinks, changeSource, changeTarget, touchTarget } from './change-world.js';
import { calledBy, fleetNames } from './fleet-names.js';
import type { Inventory } from './inventory.js';
import { mirrorRows } from './mirror-rows.js';
import {
  linkViews,
  runSource,
  takeFleetInventory,
  type FleetInventory,
  type PredictionInput,
} from './predict.js';
import type { PredictedMirror } from './prediction.js';
import { sourceWorld, targetCluster } from './source-world.js';

/** One mirror Service that a change of the manifests affects. */
export interface MirrorChange {
  readonly source: string;
  readonly namespace: string;
  readonly name: string;
  readonly change: 'appears' | 'vanishes' | 'changes';
  /** Which columns differ: `ports`, `endpoints`; `metadata` for labels and annotations. */
  readonly fields: readonly string[];
  readonly before?: PredictedMirror;
  readonly after?: PredictedMirror;
}

/** One mirror Service that keeps an old state, though the manifests say otherwise. */
export interface StaleMirror {
  readonly source: string;
  readonly namespace: string;
  readonly name: string;
  readonly message: string;
  /** What brings it up to date. */
  readonly until: 'the controller restarts' | 'its exported Service changes' | 'it is mended by hand';
}

/** What two sets of manifests mean for the mirrors of all sources. */
export interface Comparison {
  readonly changes: readonly MirrorChange[];
  readonly stale: readonly StaleMirror[];
}

/** A mirror as it is compared: what people see of it, and its labels and annotations. */
interface Seen {
  readonly row: PredictedMirror;
  readonly metadata: string;
}

type Snapshot = ReadonlyMap<string, Seen>;

function snapshot(world: World, source: Inventory): Snapshot {
  const rows = mirrorRows(world, source.name, source.clusterDomain, []);
  return new Map(
    rows.map((row) => {
      const { labels = {}, annotations = {} } =
        world.source.services.get(row.namespace, row.name)?.metadata ?? {};
      const kept = Object.entries(annotations).filter(
        ([key]) => key !== 'mirror.linkerd.io/remote-resource-version' && key !== 'linkspan.io/touched',
      );
      const metadata = JSON.stringify([Object.entries(labels).sort(), kept.sort()]);
      return [`${row.namespace}/${row.name}`, { row, metadata }];
    }),
  );
}

function differing(a: Seen, b: Seen): string[] {
  const fields = (['mode', 'exports', 'ports', 'endpoints'] as const).filter(
    (field) => JSON.stringify(a.row[field]) !== JSON.stringify(b.row[field]),
  );
  return a.metadata === b.metadata ? fields : [...fields, 'metadata'];
}

function changesBetween(source: string, before: Snapshot, after: Snapshot): MirrorChange[] {
  const changes: MirrorChange[] = [];
  for (const key of [...new Set([...before.keys(), ...after.keys()])].sort(byCodeUnits)) {
    const old = before.get(key);
    const now = after.get(key);
    const { namespace = '', name = '' } = (now ?? old)?.row ?? {};
    const base = { source, namespace, name };
    if (old === undefined && now !== undefined)
      changes.push({ ...base, change: 'appears', fields: [], after: now.row });
    else if (now === undefined && old !== undefined)
      changes.push({ ...base, change: 'vanishes', fields: [], before: old.row });
    else if (old !== undefined && now !== undefined) {
      const fields = differing(old, now);
      if (fields.length > 0)
        changes.push({ ...base, change: 'changes', fields, before: old.row, after: now.row });
    }
  }
  return changes;
}

/** How a mirror differs from what a clean start would make; `undefined` when it does not. */
function staleness(is: Seen | undefined, should: Seen | undefined): string | undefined {
  if (is === undefined) return should === undefined ? undefined : 'it is missing';
  if (should === undefined) return 'it stays, though nothing mirrors it any more';
  const fields = differing(is, should);
  return fields.length === 0 ? undefined : `it keeps its old ${fields.join(' and ')}`;
}

/** Runs the source through the change, and says what came late. */
function compareSource(
  before: FleetInventory,
  after: FleetInventory,
  old: Inventory,
  now: Inventory,
): Comparison {
  const targets = new Map<
    string,
    { cluster: ReturnType<typeof targetCluster>; from: Inventory; to: Inventory }
  >();
  const links = [
    ...old.links,
    ...now.links.filter(({ name }) => !old.links.some((link) => link.name === name)),
  ];
  const known = links.flatMap((link) => {
    const isOld = old.links.includes(link);
    const from = before.targetOf(link);
    const to = after.targetOf(link) ?? from;
    if (to === undefined) return [];
    const name = to.name;
    if (!targets.has(name)) targets.set(name, { cluster: targetCluster(from ?? to), from: from ?? to, to });
    return [{ link, isOld, target: targets.get(name)?.cluster ?? targetCluster(to) }];
  });
  const world = sourceWorld(old, known);
  for (const { link, isOld } of known) if (!isOld) world.deleteLink(link.name);
  world.start();
  const first = snapshot(world, old);

  changeSource(world, old, now);
  world.settle();
  changeLinks(world, old, now);
  world.settle();
  for (const { cluster, from, to } of targets.values()) changeTarget(cluster, from, to);
  world.settle();
  const changed = snapshot(world, now);

  const clean = runSource(after, now, linkViews(after, now));
  const should = snapshot(clean, now);
  world.stop();
  world.start();
  const restarted = snapshot(world, now);
  for (const { cluster } of targets.values()) touchTarget(cluster);
  world.settle();
  world.repair();
  const touched = snapshot(world, now);
  world.stop();

  const stale: StaleMirror[] = [];
  for (const key of [...new Set([...changed.keys(), ...should.keys()])].sort(byCodeUnits)) {
    const message = staleness(changed.get(key), should.get(key));
    if (message === undefined) continue;
    const heals = (state: Snapshot): boolean => staleness(state.get(key), should.get(key)) === undefined;
    const until = heals(restarted)
      ? 'the controller restarts'
      : heals(touched)
        ? 'its exported Service changes'
        : 'it is mended by hand';
    const { namespace = '', name = '' } = (changed.get(key) ?? should.get(key))?.row ?? {};
    stale.push({ source: now.name, namespace, name, message, until });
  }
  return { changes: changesBetween(now.name, first, changed), stale };
}

/**
 * Says what becomes of the mirrors when one set of manifests replaces another under running controllers.
 *
 * The change is taken in this order: the source's Namespaces and Services, its Links, then the targets.
 * Stale is what differs, after that, from what controllers would make of the new manifests from nothing.
 * Clusters that only one side has are compared with an empty one.
 */
export function compare(before: PredictionInput, after: PredictionInput): Comparison {
  const names = [...before.clusters, ...after.clusters].map(({ name }) => name);
  const complete = (input: PredictionInput): PredictionInput => {
    const known = new Set(input.clusters.map(({ name }) => name));
    const absent = [...new Set(names)]
      .filter((name) => !known.has(name))
      .map((name) => ({ name, manifests: [] }));
    return { ...input, clusters: [...input.clusters, ...absent] };
  };
  const called = fleetNames(after, before);
  const old = takeFleetInventory(calledBy(called, complete(before)));
  const now = takeFleetInventory(calledBy(called, complete(after)));
  const results = now.clusters.map((source, i) => compareSource(old, now, old.clusters[i] ?? source, source));
  return { changes: results.flatMap(({ changes }) => changes), stale: results.flatMap(({ stale }) => stale) };
}
