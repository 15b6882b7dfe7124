import { sameServer } from '../../../kubeconfig/same-server.js';
import type { FleetFacts } from '../../facts.js';
import { isAtHome } from '../../api-server.js';
import { credentialsOf } from '../../credentials.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

/** A kubeconfig’s server is one that the source’s pods reach. */
export const kubeconfigServer = rule('KUBECONFIG_SERVER', {
  group: 'credentials',
  severity: 'error',
  reach: 'cluster',
  about: 'kubeconfigs',
  fix: 'give `link-gen` the address that other clusters reach, with `--api-server-address`',
  source: linkerd2('multicluster/cmd/link.go'),
  symptoms: ['connection refused to 127.0.0.1:6443', 'x509: certificate is valid for kubernetes.default.svc'],
  check(fleet, report) {
    for (const edge of fleet.edges) {
      const { controller, controlPlane } = credentialsOf(edge);
      for (const secret of [controller, controlPlane]) {
        const server = secret?.kubeconfig?.value;
        if (secret === undefined || server === undefined) continue;
        const home = isAtHome(server);
        if (!home && /^https:\/\//i.test(server)) {
          const told = otherThanTold(server, edge.targetName, fleet.facts);
          if (told === undefined) continue;
          report({
            at: secret,
            field: secret.kubeconfig,
            link: edge.label,
            // one API server may well have several addresses, but not that of another cluster
            severity: told.owner === undefined ? 'warning' : 'error',
            message: `the kubeconfig’s server is ${server}${told.owner === undefined ? '' : `, the API server of ${told.owner}`}; that of ${edge.targetName} is ${told.address}`,
            why: 'The controller mirrors what it finds there: Services of another cluster, or none.',
            fix: 'store the kubeconfig of the Link’s own target',
          });
          continue;
        }
        report({
          at: secret,
          field: secret.kubeconfig,
          link: edge.label,
          message: home
            ? `the kubeconfig’s server is ${server}`
            : `the kubeconfig’s server ${server} is no https address`,
        });
      }
    }
  },
});

/** What the facts say of the target's API server, where a kubeconfig has another; with the cluster it belongs to. */
function otherThanTold(
  server: string,
  target: string,
  { clusters = {} }: FleetFacts,
): { readonly address: string; readonly owner?: string } | undefined {
  const named = (name: string) => name === target || clusters[name]?.argocdName === target;
  const address = Object.entries(clusters).find(([name]) => named(name))?.[1].apiServer;
  if (address === undefined || sameServer(address, server)) return undefined;
  const owner = Object.entries(clusters).find(
    ([name, { apiServer }]) => !named(name) && apiServer !== undefined && sameServer(apiServer, server),
  )?.[0];
  return { address, ...(owner === undefined ? {} : { owner }) };
}
