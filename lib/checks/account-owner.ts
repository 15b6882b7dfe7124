import type { ClusterView } from './cluster-view.js';
import type { Fleet } from './fleet.js';
import { endingsOf } from './name-endings.js';
import { oncePerRun } from './per-run.js';

/** The cluster of the facts by the name that they say files give it; all of them where facts contradict themselves. */
const keyByArgocdName = oncePerRun(({ clusters = {} }) => {
  const keys = new Map<string, string | readonly string[]>();
  for (const [key, { argocdName }] of Object.entries(clusters)) {
    if (argocdName === undefined) continue;
    const known = keys.get(argocdName);
    keys.set(argocdName, known === undefined ? key : [known, key].flat());
  }
  return keys;
});

/** What facts may call the clusters of a fleet, which are few of those that they tell of where a region is linked. */
function toldKeys({ clusters, facts }: Fleet): ReadonlySet<string> {
  const byArgocdName = keyByArgocdName(facts);
  return new Set(clusters.flatMap(({ name }) => [name, byArgocdName.get(name) ?? []].flat()));
}

/** Every name a given cluster goes by: its own, and the one of the fleet's facts. */
export function clusterNames(fleet: Fleet): ReadonlyMap<string, ClusterView> {
  const names = new Map(fleet.clusters.map((view) => [view.name, view]));
  for (const key of toldKeys(fleet)) {
    const told = fleet.facts.clusters?.[key];
    if (told === undefined) continue;
    const { argocdName } = told;
    // views go by either, as files or a fleet are checked
    const view = fleet.view(argocdName ?? key) ?? fleet.view(key);
    if (view === undefined) continue;
    names.set(key, view);
    if (argocdName !== undefined) names.set(argocdName, view);
  }
  for (const edge of fleet.edges) {
    if (edge.target !== undefined && !names.has(edge.targetName)) names.set(edge.targetName, edge.target);
  }
  return names;
}

/** The cluster whose name ends the account's name; the longest, so that `eu-prod` is not taken for `prod`. */
export function ownerOf(account: string, names: ReadonlyMap<string, ClusterView>): ClusterView | undefined {
  const ending = endingsOf(account).find((each) => names.has(each));
  return ending === undefined ? undefined : names.get(ending);
}
