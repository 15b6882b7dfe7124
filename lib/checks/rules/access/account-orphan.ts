import type { ClusterView } from '../../cluster-view.js';
import { controllersWithoutLink } from '../../lone-controller.js';
import { credentialsOf } from '../../credentials.js';
import type { Fleet } from '../../fleet.js';
import { rule } from '../../rule.js';
import { chartTemplate } from '../../upstream.js';

/**
 * An account for another cluster is used by a Link of that cluster.
 *
 * Told only of accounts that are named after a given cluster: anything else may serve a cluster outside the files.
 */
export const accountOrphan = rule('ACCESS_ACCOUNT_ORPHAN', {
  group: 'access',
  severity: 'warning',
  reach: 'links',
  fix: 'remove it from `remoteMirrorServiceAccountName`, or set `remoteMirrorServiceAccount: false` where no cluster links here',
  source: chartTemplate('remote-access-service-mirror-rbac.yaml'),
  symptoms: ['a never-expiring token that nobody uses', 'who uses this remote-access account'],
  check(fleet, report) {
    const owners = namesOf(fleet);
    // a Link to a cluster nobody gave may well mean any
    const undecided = new Set(
      fleet.edges.filter((edge) => edge.target === undefined).map((edge) => edge.source),
    );
    // nor is it known where a controller leads whose Link is kept elsewhere
    for (const view of fleet.clusters) if (controllersWithoutLink(view).length > 0) undecided.add(view);
    // files without anything of the extension tell nothing of Links: values that do not render, other Applications
    for (const view of fleet.clusters)
      if (!view.hasExtension && view.symbols.links.length === 0) undecided.add(view);
    for (const view of fleet.clusters) {
      if (view.remoteAccess.size === 0) continue;
      const edges = fleet.edgesTo.get(view.name) ?? [];
      const users = new Set(edges.map((edge) => credentialsOf(edge).controller?.kubeconfig?.user));
      const sources = new Set(edges.map((edge) => edge.source.name));
      for (const account of view.remoteAccess.values()) {
        if (users.has(account.name)) continue;
        const owner = ownerOf(account.name, owners);
        if (owner === undefined || owner === view || sources.has(owner.name)) continue;
        if (undecided.has(owner)) continue;
        report({
          at: account,
          field: account,
          message: `${account.name} is for ${owner.name}, which has no Link to ${view.name}`,
        });
      }
    }
  },
});

/** Every name a given cluster goes by: its own, and the one of the fleet's facts. */
function namesOf(fleet: Fleet): ReadonlyMap<string, ClusterView> {
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
function ownerOf(account: string, names: ReadonlyMap<string, ClusterView>): ClusterView | undefined {
  for (let at = account.indexOf('-'); at >= 0; at = account.indexOf('-', at + 1)) {
    const view = names.get(account.slice(at + 1));
    if (view !== undefined) return view;
  }
  return undefined;
}
