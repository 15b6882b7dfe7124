import { portNamed } from '../../../symbols/kinds/service.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

/** A gateway Service calls its two ports as the chart does. */
export const gatewayPortName = rule('GATEWAY_PORT_NAME', {
  group: 'address',
  severity: 'warning',
  reach: 'cluster',
  about: 'gateways',
  fix: 'call the ports of the gateway Service `mc-gateway` and `mc-probe`, as the chart does',
  source: linkerd2('multicluster/cmd/link.go'),
  symptoms: ['link-gen finds no gateway port', 'a Link with a wrong port is not reported'],
  check(fleet, report) {
    for (const { gateways, name } of fleet.clusters) {
      for (const gateway of gateways) {
        const lacking = (['mc-gateway', 'mc-probe'] as const).filter(
          (port) => portNamed(gateway, port) === undefined,
        );
        if (lacking.length === 0) continue;
        const other = gateway.ports.find(
          (port) => port.name?.value !== 'mc-gateway' && port.name?.value !== 'mc-probe',
        );
        report({
          at: gateway,
          field: other?.name ?? { path: 'spec.ports' },
          message: `gateway Service ${gateway.name} of ${name} has no port ${lacking.join(' and none ')}${other?.name === undefined ? '' : `, but ${other.name.value}`}`,
        });
      }
    }
  },
});
