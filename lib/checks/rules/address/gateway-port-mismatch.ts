import { portNamed } from '../../../symbols/kinds/service.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';
import { isPort } from './link-port-form.js';
import { outerPort } from '../../outer-port.js';
import { portMismatch } from '../../port-mismatch.js';

/** The Link’s gateway port is the one the target exposes. */
export const gatewayPortMismatch = rule('GATEWAY_PORT_MISMATCH', {
  group: 'address',
  severity: 'error',
  reach: 'links',
  fix: 'set `spec.gatewayPort` to the port the gateway exposes: the node port of a NodePort Service, else the port',
  source: linkerd2('multicluster/cmd/link.go'),
  symptoms: ['connection refused by the gateway', 'all calls to mirrors of one target fail'],
  check(fleet, report) {
    for (const { link, label, gateway, hasGateway, target } of fleet.edges) {
      if (
        gateway === undefined ||
        !hasGateway ||
        link.gatewayPort === undefined ||
        !isPort(link.gatewayPort.value)
      )
        continue;
      const outer = outerPort(gateway, 'mc-gateway');
      if (outer === undefined || Number(link.gatewayPort.value) === outer.field.value) continue;
      // a load balancer of the user's own may listen anywhere; a node port of the same Service is reachable too
      const alternative = portNamed(gateway, 'mc-gateway')?.nodePort?.value;
      if (gateway.type === 'LoadBalancer' && Number(link.gatewayPort.value) === alternative) continue;
      report({
        at: link,
        field: link.gatewayPort,
        link: label,
        ...portMismatch(link, gateway, 'mc-gateway'),
        message: `Link ${link.name} calls the gateway at ${link.gatewayPort.value}; ${target?.name ?? 'the target'} exposes ${outer.kind} ${outer.field.value}`,
        related: [related(gateway, outer.field, `the gateway’s ${outer.kind} is ${outer.field.value}`)],
      });
    }
  },
});
