import type { PlaceOf } from '../config/loaded-config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Inventory } from './inventory.js';
import { inventoryOfText } from './inventory-of-text.js';
import { describeRemoval, placeOfRemoval } from './removal-messages.js';
import { removals, type Removal } from './removals.js';

/** Keeps clusters, Links, access accounts, Namespaces and CRDs from vanishing unnoticed. */
export interface RemovalGuard {
  /** Takes in what a cluster of the new output holds; before its files are added to the output. */
  add: (inventory: Inventory) => void;
  /** Takes in a file that will change or go, as it stands; for `onPrevious` of the output. */
  previous: (path: string, text: string) => void;
  /** Says what would vanish and is not allowed to; `owned` are the paths of the standing output. */
  finish: (owned: ReadonlySet<string>) => readonly Diagnostic[];
}

/** Where a removal is reported: in the fleet file, and in the output that stands. */
export interface RemovalPlaces {
  readonly placeOf?: PlaceOf;
  /** The output folder, as the user wrote it. */
  readonly out?: string;
}

const clusterFolder = /^clusters\/([^/]+)\//;

function merge(a: Inventory, b: Inventory): Inventory {
  return {
    cluster: a.cluster,
    links: [...a.links, ...b.links],
    serviceAccounts: [...a.serviceAccounts, ...b.serviceAccounts],
    tokenAccounts: [...a.tokenAccounts, ...b.tokenAccounts],
    namespaces: [...a.namespaces, ...b.namespaces],
    crds: [...a.crds, ...b.crds],
  };
}

/**
 * Guards what stands at the output folder: `allowed` are the names given by `--allow-remove`.
 *
 * A name allows the cluster of that name. Where no cluster is called so, it allows what is called so in any cluster.
 * Links have the names of clusters: a name allows one if nothing else that would vanish is called so. `cluster/name`
 * allows what is called so in one cluster, a star in place of the cluster in all of them. What goes along with an allowed thing is allowed too. Unchanged files
 * are never read. `where` tells the places of what is reported. Reports CLUSTER_REMOVED, LINK_REMOVED,
 * ACCOUNT_REMOVED, NAMESPACE_REMOVED, CRD_REMOVED, REMOVAL_NOT_NEEDED.
 */
export function removalGuard(allowed: readonly string[], where: RemovalPlaces = {}): RemovalGuard {
  const old = new Map<string, Inventory>();
  const now = new Map<string, Inventory>();
  const clusterOf = (path: string): string | undefined => clusterFolder.exec(path)?.[1];
  return {
    add: (inventory) => {
      now.set(inventory.cluster, inventory);
    },
    previous: (path, text) => {
      const cluster = clusterOf(path);
      if (cluster === undefined) return;
      const part = inventoryOfText(cluster, text);
      const known = old.get(cluster);
      old.set(cluster, known === undefined ? part : merge(known, part));
    },
    finish: (owned) => {
      const standing = new Set<string>();
      for (const path of owned) standing.add(clusterOf(path) ?? '');
      const used = new Set<string>();
      const all = removals(old, now, standing);
      const isClear = ({ what, name }: Removal): boolean =>
        what === 'link' ? countCalled(name, all) === 1 : !standing.has(name) && !now.has(name);
      const isAllowed = (removal: Removal): boolean => {
        const hit = allowed.filter((name) => allows(name, removal, isClear));
        for (const name of hit) used.add(name);
        return hit.length > 0;
      };
      const found: Diagnostic[] = [];
      for (const removal of all) {
        const left = removal.goesAlong.filter((along) => !isAllowed(along));
        if (isAllowed(removal)) continue;
        const place = placeOfRemoval(removal, owned, where);
        found.push(describeRemoval({ ...removal, goesAlong: left }, place));
      }
      const unused = allowed.filter((name) => !used.has(name));
      return [...found, ...unused.map((name) => notNeeded(name, all))];
    },
  };
}

/** Whether a name that `--allow-remove` gives is that of something; without a cluster, only where it is clear. */
function allows(given: string, removal: Removal, isClear: (removal: Removal) => boolean): boolean {
  const { what, cluster, name } = removal;
  if (given === name) return what === 'cluster' || isClear(removal);
  return what !== 'cluster' && (given === `${cluster}/${name}` || given === `*/${name}`);
}

function countCalled(name: string, all: readonly Removal[]): number {
  return withAllAlong(all).filter((removal) => removal.name === name).length;
}

function withAllAlong(all: readonly Removal[]): readonly Removal[] {
  return all.flatMap((removal) => [removal, ...removal.goesAlong]);
}

function notNeeded(name: string, all: readonly Removal[]): Diagnostic {
  const meant = withAllAlong(all).find((removal) => removal.what !== 'cluster' && removal.name === name);
  return {
    code: 'REMOVAL_NOT_NEEDED',
    severity: 'warning',
    message: `--allow-remove ${name} allows nothing: ${meant === undefined ? 'nothing of that name would be removed' : 'it is not clear what is meant'}`,
    fix:
      meant === undefined
        ? 'check the name, or leave the option out'
        : `write \`--allow-remove ${meant.cluster}/${name}\`, or \`--allow-remove '*/${name}'\` for all clusters`,
  };
}
