import { controllersWithoutLink } from '../../lone-controller.js';
import { clusterNames, ownerOf } from '../../account-owner.js';
import type { ClusterView } from '../../cluster-view.js';
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
    const owners = clusterNames(fleet);
    let undecided: ReadonlySet<ClusterView> | undefined;
    for (const view of fleet.clusters) {
      if (view.remoteAccess.size === 0) continue;
      const edges = fleet.edgesTo.get(view.name) ?? [];
      const users = new Set(edges.map((edge) => credentialsOf(edge).controller?.kubeconfig?.user));
      const sources = new Set(edges.map((edge) => edge.source.name));
      for (const account of view.remoteAccess.values()) {
        if (users.has(account.name)) continue;
        const owner = ownerOf(account.name, owners);
        if (owner === undefined || owner === view || sources.has(owner.name)) continue;
        undecided ??= undecidedOf(fleet);
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

/** Clusters that may link to any other, as far as the files tell. */
function undecidedOf(fleet: Fleet): ReadonlySet<ClusterView> {
  const undecided = new Set<ClusterView>();
  // a Link to a cluster nobody gave may well mean any
  for (const { source, target } of fleet.edges) if (target === undefined) undecided.add(source);
  for (const view of fleet.clusters) {
    // nor is it known where a controller leads whose Link is kept elsewhere
    const leadsAnywhere = controllersWithoutLink(view).length > 0;
    // files without anything of the extension tell nothing of Links: values that do not render, other Applications
    if (leadsAnywhere || (!view.hasExtension && view.symbols.links.length === 0)) undecided.add(view);
  }
  return undecided;
}
