import { rule } from '../../rule.js';
import { chartTemplate } from '../../upstream.js';
import { isOfGateway } from './gateway-server.js';

const everywhere = new Set(['0.0.0.0/0', '::/0']);

/** A gateway takes connections from the networks of linked clusters. An info: it is the chart's default. */
export const gatewayOpen = rule('GATEWAY_OPEN', {
  group: 'exposure',
  severity: 'info',
  reach: 'cluster',
  about: 'gateways',
  fix: 'list the egress addresses of the linked clusters where the chart’s NetworkAuthentication `source-cluster` lists all, or let a firewall do it',
  source: chartTemplate('gateway-policy.yaml'),
  symptoms: ['who may connect to the gateway'],
  check(fleet, report) {
    for (const { symbols, gateways } of fleet.clusters) {
      if (gateways.length === 0) continue;
      const servers = new Set(
        symbols.servers
          .filter((server) => gateways.some((gateway) => isOfGateway(server, gateway)))
          .map(({ namespace, name }) => `${namespace ?? ''}/${name}`),
      );
      for (const policy of symbols.authorizationPolicies) {
        if (!servers.has(`${policy.namespace ?? ''}/${policy.target?.value ?? ''}`)) continue;
        for (const { kind, name, namespace } of policy.authentications) {
          if (kind !== 'NetworkAuthentication') continue;
          const networks = symbols.networkAuthentications.find(
            (each) => each.name === name.value && each.namespace === (namespace ?? policy.namespace),
          );
          const open = networks?.cidrs.find(({ value }) => everywhere.has(value));
          if (networks === undefined || open === undefined) continue;
          report({
            at: networks,
            field: open,
            message: `NetworkAuthentication ${networks.name} lets ${open.value} reach the gateway of ${networks.cluster}`,
          });
        }
      }
    }
  },
});
