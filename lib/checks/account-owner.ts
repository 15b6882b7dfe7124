import type { ClusterView } from './cluster-view.js';
import type { Fleet } from './fleet.js';

/** Every name a given cluster goes by: its own, and the one of the fleet's facts. */
export function clusterNames(fleet: Fleet): ReadonlyMap<string, ClusterView> {
  const names = new Map(fleet.clusters.map((view) => [view.name, view]));
  for (const [key, { argocdName }] of Object.entries(fleet.facts.clusters ?? {})) {
    const view = fleet.view(argocdName ?? key);
    if (view !== undefined) names.set(key, view);
  }
  for (const edge of fleet.edges) {
    if (edge.target !== undefined && !names.has(edge.targetName)) names.set(edge.targetName, edge.target);
  }
  return names;
}

/** The cluster whose name ends the account's name; the longest, so that `eu-prod` is not taken for `prod`. */
export function ownerOf(account: string, names: ReadonlyMap<string, ClusterView>): ClusterView | undefined {
  for (let at = account.indexOf('-'); at >= 0; at = account.indexOf('-', at + 1)) {
    const view = names.get(account.slice(at + 1));
    if (view !== undefined) return view;
  }
  return undefined;
}
