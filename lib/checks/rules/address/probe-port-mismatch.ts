import { portNamed } from '../../../symbols/kinds/service.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';
import { isPort } from './link-port-form.js';
import { outerPort } from '../../outer-port.js';
import { portMismatch } from '../../port-mismatch.js';

/** The Link’s probe port is the one the target exposes. */
export const probePortMismatch = rule('PROBE_PORT_MISMATCH', {
  group: 'address',
  severity: 'error',
  reach: 'links',
  fix: 'set `spec.probeSpec.port` to the probe port the gateway exposes: the node port of a NodePort Service, else the port',
  source: linkerd2('multicluster/cmd/link.go'),
  symptoms: [
    'probe fails forever',
    '`linkerd multicluster gateways` shows ALIVE False',
    'gateway_alive stays 0',
  ],
  check(fleet, report) {
    for (const { link, label, gateway, hasGateway, target } of fleet.edges) {
      if (
        gateway === undefined ||
        !hasGateway ||
        link.probePort === undefined ||
        !isPort(link.probePort.value)
      )
        continue;
      const outer = outerPort(gateway, 'mc-probe');
      if (outer === undefined || Number(link.probePort.value) === outer.field.value) continue;
      const alternative = portNamed(gateway, 'mc-probe')?.nodePort?.value;
      if (gateway.type === 'LoadBalancer' && Number(link.probePort.value) === alternative) continue;
      report({
        at: link,
        field: link.probePort,
        link: label,
        ...portMismatch(link, gateway, 'mc-probe'),
        message: `Link ${link.name} probes the gateway at ${link.probePort.value}; ${target?.name ?? 'the target'} exposes ${outer.kind} ${outer.field.value}`,
        related: [related(gateway, outer.field, `the gateway’s probe ${outer.kind} is ${outer.field.value}`)],
      });
    }
  },
});
