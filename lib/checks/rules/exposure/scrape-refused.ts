import { firstWith } from '../../../releases/first-with.js';
import type { ClusterView } from '../../cluster-view.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { chartTemplate } from '../../upstream.js';

/** Whoever scrapes proxies may read those of the extension. */
export const scrapeRefused = rule('SCRAPE_REFUSED', {
  group: 'exposure',
  severity: 'warning',
  reach: 'cluster',
  about: 'configs',
  since: firstWith('adminPolicies'),
  fix: 'add an AuthorizationPolicy for Servers `linkerd-admin`, `controller` and `local-service-mirror` that names the scraper’s ServiceAccount, or a NetworkAuthentication when it is not meshed',
  source: chartTemplate('service-mirror-policy.yaml'),
  symptoms: [
    '403 from linkerd-gateway:4191',
    'gateway_alive is missing from Prometheus',
    'up is 0 for linkerd-multicluster',
  ],
  check(fleet, report) {
    for (const view of fleet.clusters) {
      const server = view.symbols.servers.find((each) => each.name === 'linkerd-admin');
      if (server === undefined) continue;
      for (const config of view.symbols.configs) {
        const scrape = config.scrapes.find((each) => each.value !== 'admin-http');
        if (scrape === undefined || config.namespace === undefined) continue;
        if (mayRead(view, server.namespace ?? '', server.name, config.namespace)) continue;
        report({
          at: config,
          field: scrape,
          message: `${config.name} scrapes ${scrape.value}, and no policy in ${server.namespace ?? '(none)'} lets namespace ${config.namespace} in`,
          related: [related(server, server, 'this Server closes the port')],
        });
      }
    }
  },
});

/** True when a policy on the Server admits an account of the namespace, or networks of whatever kind. */
function mayRead(view: ClusterView, serverNamespace: string, server: string, from: string): boolean {
  const { authorizationPolicies, meshAuthentications } = view.symbols;
  return authorizationPolicies.some(
    (policy) =>
      policy.namespace === serverNamespace &&
      ((policy.targetKind === 'Server' && policy.target?.value === server) ||
        policy.targetKind === 'Namespace') &&
      policy.authentications.some(({ kind, name, namespace }) => {
        if (kind === 'ServiceAccount') return (namespace ?? policy.namespace) === from;
        if (kind === 'NetworkAuthentication') return true;
        const mesh = meshAuthentications.find(
          (each) => each.name === name.value && each.namespace === (namespace ?? policy.namespace),
        );
        return (
          mesh === undefined ||
          mesh.accounts.some((account) => account.namespace === from) ||
          mesh.identities.some(({ value }) => value === '*' || value.includes(`.${from}.`))
        );
      }),
  );
}
