import type { Inventory, InventoryLink } from './inventory.js';

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

/** What stood and will stand no longer, each with what vanishes because of it; `standing` are the clusters that stood. */
export function removals(
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
