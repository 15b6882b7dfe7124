import { controllersWithoutLink } from '../../lone-controller.js';
import { clusterNames, ownerOf } from '../../account-owner.js';
import { credentialsOf } from '../../credentials.js';
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
