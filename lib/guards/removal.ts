import type { PlaceOf } from '../config/loaded-config.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Inventory, InventoryLink } from './inventory.js';
import { inventoryOfText } from './inventory-of-text.js';
import { describeRemoval, placeOfRemoval } from './removal-messages.js';

/** Something that would vanish from a cluster that stays, or a whole cluster. */
export interface Removal {
  readonly what: 'cluster' | 'link' | 'account' | 'namespace' | 'crd';
  /** Folder of the cluster it vanishes from. */
  readonly cluster: string;
  readonly name: string;
  /** Names it may have got instead: same address, same accounts, other name. */
  readonly renamedTo: readonly string[];
  /** For a Link: the cluster it points to. */
  readonly target?: string;
  /** What vanishes with it and because of it, wherever that is. */
  readonly goesAlong: readonly Removal[];
}

/** What stood and what will stand in one cluster. */
interface Change {
  readonly old: Inventory;
  readonly now: Inventory | undefined;
}

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

function without(a: readonly string[], b: readonly string[]): string[] {
  const known = new Set(b);
  return [...new Set(a)].filter((name) => !known.has(name));
}

function accounts(inventory: Inventory): string[] {
  const usable = new Set(inventory.serviceAccounts);
  return inventory.tokenAccounts.filter((name) => usable.has(name));
}

const names = (links: readonly InventoryLink[]): string[] => links.map((link) => link.name);

function removedLinks({ old, now }: Change): Removal[] {
  const stays = new Set(names(now?.links ?? []));
  const before = new Set(names(old.links));
  return old.links
    .filter((link) => !stays.has(link.name))
    .map((link) => ({
      what: 'link',
      cluster: old.cluster,
      name: link.name,
      target: link.target,
      renamedTo: (now?.links ?? [])
        .filter((other) => other.address !== '' && other.address === link.address && !before.has(other.name))
        .map((other) => other.name),
      goesAlong: [],
    }));
}

function removedAccounts({ old, now }: Change): Removal[] {
  const after = now === undefined ? [] : accounts(now);
  // the account may go while its token Secret stays, and the other way round
  const before = [
    ...old.tokenAccounts,
    ...old.serviceAccounts.filter((name) => now?.tokenAccounts.includes(name) === true),
  ];
  const gone = without(before, after);
  const come = without(after, before);
  const renamedTo = gone.length === 1 && come.length === 1 ? come : [];
  return gone.map((name) => ({ what: 'account', cluster: old.cluster, name, renamedTo, goesAlong: [] }));
}

function removedPlain(what: 'namespace' | 'crd', cluster: string, gone: readonly string[]): Removal[] {
  return gone.map((name) => ({ what, cluster, name, renamedTo: [], goesAlong: [] }));
}

/** What a cluster is recognised by under another name: the accounts it offers, and where its Links point. */
function signature(inventory: Inventory): string {
  const links = inventory.links.map((link) => `${link.target}@${link.address}`).sort();
  return JSON.stringify([accounts(inventory).sort(), links]);
}

function removals(
  old: ReadonlyMap<string, Inventory>,
  now: ReadonlyMap<string, Inventory>,
  standing: ReadonlySet<string>,
): readonly Removal[] {
  const parts: Removal[] = [];
  const clusters: Removal[] = [];
  const comers = [...now.values()].filter((inventory) => !standing.has(inventory.cluster));
  for (const [cluster, before] of old) {
    const change = { old: before, now: now.get(cluster) };
    const links = removedLinks(change);
    const itsAccounts = removedAccounts(change);
    if (change.now === undefined) {
      const renamedTo = comers
        .filter((other) => signature(other) === signature(before))
        .map((o) => o.cluster);
      clusters.push({
        what: 'cluster',
        cluster,
        name: cluster,
        renamedTo,
        goesAlong: [...links, ...itsAccounts],
      });
      continue;
    }
    parts.push(...links, ...itsAccounts);
    parts.push(...removedPlain('namespace', cluster, without(before.namespaces, change.now.namespaces)));
    parts.push(...removedPlain('crd', cluster, without(before.crds, change.now.crds)));
  }
  return group(clusters, parts);
}

/** True when an access account was made for a source cluster: its name ends in the cluster's. */
function isFor(account: Removal, cluster: string): boolean {
  return account.what === 'account' && (account.name === cluster || account.name.endsWith(`-${cluster}`));
}

/** Puts what vanishes because of something else that vanishes under that. */
function group(clusters: readonly Removal[], parts: readonly Removal[]): readonly Removal[] {
  let rest = parts;
  const take = (belongs: (part: Removal) => boolean): Removal[] => {
    const taken = rest.filter(belongs);
    rest = rest.filter((part) => !belongs(part));
    return taken;
  };
  const groups = clusters.map((cluster) => {
    const along = take(
      (part) => isFor(part, cluster.name) || (part.what === 'link' && part.target === cluster.name),
    );
    return { ...cluster, goesAlong: [...cluster.goesAlong, ...along] };
  });
  for (const link of rest.filter((part) => part.what === 'link')) {
    const along = take((part) => isFor(part, link.cluster));
    groups.push({ ...link, goesAlong: along });
  }
  return [...groups, ...rest.filter((part) => part.what !== 'link')];
}

/**
 * Guards what stands at the output folder: `allowed` are the names given by `--allow-remove`.
 *
 * A name allows the cluster of that name. Where no cluster is called so, it allows what is called so in any cluster,
 * but no Link: Links have the names of clusters. `cluster/name` allows what is called so in one cluster, Links among it;
 * a star in place of the cluster, in all of them. What goes along with an allowed thing is allowed too. Unchanged files
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
      const isCluster = (name: string): boolean => standing.has(name) || now.has(name);
      const isAllowed = (removal: Removal): boolean => {
        const hit = namesThatAllow(removal, isCluster).filter((name) => allowed.includes(name));
        for (const name of hit) used.add(name);
        return hit.length > 0;
      };
      const found: Diagnostic[] = [];
      const all = removals(old, now, standing);
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

/** What `--allow-remove` may say to let something vanish. */
function namesThatAllow(
  { what, cluster, name }: Removal,
  isCluster: (name: string) => boolean,
): readonly string[] {
  if (what === 'cluster') return [name];
  const isClear = what !== 'link' && !isCluster(name);
  return [`${cluster}/${name}`, `*/${name}`, ...(isClear ? [name] : [])];
}

function notNeeded(name: string, all: readonly Removal[]): Diagnostic {
  const meant = all
    .flatMap((removal) => [removal, ...removal.goesAlong])
    .find((removal) => removal.what !== 'cluster' && removal.name === name);
  return {
    code: 'REMOVAL_NOT_NEEDED',
    severity: 'warning',
    message: `--allow-remove ${name} allows nothing: ${meant === undefined ? 'nothing of that name would be removed' : 'it would be a cluster'}`,
    fix:
      meant === undefined
        ? 'check the name, or leave the option out'
        : `write \`--allow-remove ${meant.cluster}/${name}\`, or \`--allow-remove '*/${name}'\` for all clusters`,
  };
}
