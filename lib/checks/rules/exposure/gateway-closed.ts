import type { ClusterView } from '../../cluster-view.js';
import type { ServerSymbol } from '../../../symbols/kinds/policy.js';
import { portNamed, type ServiceSymbol } from '../../../symbols/kinds/service.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { chartTemplate } from '../../upstream.js';
import { isOfGateway } from './gateway-server.js';

/** A gateway’s port that a Server closes is opened by a policy. A warning: the policy may stand in files that nobody gave. */
export const gatewayClosed = rule('GATEWAY_CLOSED', {
  group: 'exposure',
  severity: 'warning',
  reach: 'cluster',
  about: 'gateways',
  fix: 'add the AuthorizationPolicy that the chart renders beside the Server, or take the Server out',
  source: chartTemplate('gateway-policy.yaml'),
  symptoms: ['403 from the gateway', 'every call to a mirror is refused while its gateway is alive'],
  check(fleet, report) {
    for (const view of fleet.clusters) {
      for (const server of view.symbols.servers) {
        const gateway = view.gateways.find((each) => closes(server, each));
        if (gateway === undefined || mayBeOpened(view, server)) continue;
        report({
          at: server,
          message: `no policy among the files opens Server ${server.name}, which closes the gateway of ${view.name}`,
          related: [related(gateway, gateway, `gateway Service ${gateway.name} sends to its port`)],
        });
      }
    }
  },
});

/** True for a Server that lets nobody to the gateway’s own port. */
function closes(server: ServerSymbol, gateway: ServiceSymbol): boolean {
  const { accessPolicy, podSelector, port } = server;
  if ((accessPolicy ?? 'deny') !== 'deny' || port === undefined || !isOfGateway(server, gateway))
    return false;
  const gate = portNamed(gateway, 'mc-gateway');
  return (
    podSelector?.matchExpressions.length === 0 &&
    ['linkerd-proxy', gate?.targetPort?.value, String(gate?.port?.value)].includes(port.value)
  );
}

/**
 * True where a policy is for the Server or its namespace, or may be: one for a route, or of the older kind. One for a
 * Server that is not there is POLICY_DANGLING.
 */
function mayBeOpened({ symbols }: ClusterView, { name, namespace }: ServerSymbol): boolean {
  const others = new Set<string | undefined>();
  for (const server of symbols.servers) {
    if (server.namespace === namespace && server.name !== name) others.add(server.name);
  }
  return (
    symbols.authorizationPolicies.some(
      (policy) =>
        policy.namespace === namespace &&
        (policy.targetKind !== 'Server' || !others.has(policy.target?.value)),
    ) || symbols.otherKinds.has(`policy.linkerd.io/ServerAuthorization ${namespace ?? ''}`)
  );
}
