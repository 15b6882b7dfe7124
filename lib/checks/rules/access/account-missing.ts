import { byCodeUnits } from '../../../diagnostics/order.js';
import { clusterNames, ownerOf } from '../../account-owner.js';
import { credentialsOf } from '../../credentials.js';
import type { ClusterView } from '../../cluster-view.js';
import { cannotTell } from '../../missing-fact.js';
import { endingsOf } from '../../name-endings.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { chartTemplate } from '../../upstream.js';

/** The account that a kubeconfig names exists in the target. */
export const accountMissing = rule('ACCESS_ACCOUNT_MISSING', {
  group: 'access',
  severity: 'error',
  reach: 'links',
  fix: 'add the account to `remoteMirrorServiceAccountName` of the target',
  source: chartTemplate('remote-access-service-mirror-rbac.yaml'),
  symptoms: [
    'the server has asked for the client to provide credentials',
    '401 from the target API',
    'mirrors go stale',
  ],
  reproduced: 'the server has asked for the client to provide credentials',
  check(fleet, report) {
    const names = clusterNames(fleet);
    for (const edge of fleet.edges) {
      const { controller } = credentialsOf(edge);
      if (edge.target === undefined || controller === undefined) continue;
      const user = controller.kubeconfig?.user;
      if (user === undefined) {
        if (controller.kubeconfig !== undefined || hasAccountFor(edge.source, edge.target)) continue;
        const others = ownersOf(edge.target, names);
        // by another of its names
        if (others?.includes(edge.source.name) === true) continue;
        if (others === undefined) report.unknown(cannotTell.credentialAccount, edge.source.name);
        else
          report({
            at: edge.link,
            field: edge.link.clusterCredentialsSecret,
            link: edge.label,
            // it may use the account of another
            severity: 'warning',
            message: `${edge.target.name} has accounts for ${others.join(' and ')}, and none for ${edge.source.name}`,
          });
        continue;
      }
      if (edge.target.remoteAccess.has(user) || !edge.target.hasExtension) continue;
      const { serviceAccounts } = edge.target.symbols;
      if (serviceAccounts.some((account) => account.name === user)) continue;
      report({
        at: controller,
        field: controller.kubeconfig,
        link: edge.label,
        // a dump of other kinds, not a cluster without accounts
        ...(serviceAccounts.length === 0 && {
          severity: 'info',
          fix: `add the ServiceAccounts of ${edge.target.name} to the check`,
        }),
        message: `the kubeconfig is of account ${user}, which ${edge.target.name} does not have`,
        related: [...edge.target.remoteAccess.values()]
          .slice(0, 3)
          .map((account) => related(account, account, `${edge.target?.name ?? ''} has ${account.name}`)),
      });
    }
  },
});

/** The clusters that the accounts of a target are named after; undefined where one is named otherwise, or there are none. */
function ownersOf(
  { remoteAccess }: ClusterView,
  names: ReadonlyMap<string, ClusterView>,
): string[] | undefined {
  const owners = [...remoteAccess.keys()].map((account) => ownerOf(account, names)?.name);
  const known = [...new Set(owners)].filter((owner) => owner !== undefined);
  return owners.length === 0 || owners.includes(undefined) ? undefined : known.sort(byCodeUnits);
}

/** True when the target has an account that is named after the source, as the kubeconfig's user then surely is. */
function hasAccountFor(source: ClusterView, target: ClusterView): boolean {
  const endings = accountEndings(target);
  const { argocdName } = source.facts;
  return endings.has(source.name) || (argocdName !== undefined && endings.has(argocdName));
}

const known = new WeakMap<ClusterView, ReadonlySet<string>>();

/** What stands behind each hyphen of the names of a target's accounts: a hub has thousands that ask. */
function accountEndings(target: ClusterView): ReadonlySet<string> {
  const earlier = known.get(target);
  if (earlier !== undefined) return earlier;
  const endings = new Set([...target.remoteAccess.keys()].flatMap(endingsOf));
  known.set(target, endings);
  return endings;
}
