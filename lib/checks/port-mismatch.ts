import type { LinkSymbol } from '../symbols/kinds/link.js';
import type { ServiceSymbol } from '../symbols/kinds/service.js';
import { outerPort, type GatewayPortName } from './outer-port.js';
import type { Finding } from './report.js';

/**
 * How certain it is that a Link's port is wrong, given that it differs from the one that the gateway exposes as `name`.
 *
 * What stands before a gateway and maps ports is in no manifest. What does maps both ports. So:
 * - info for a ClusterIP Service, which is always behind something;
 * - error where the port is the gateway's other one, or where the Link's other port is exposed unmapped and a gateway
 *   may have this one;
 * - warning otherwise.
 */
export function portMismatch(
  { gatewayPort, probePort }: LinkSymbol,
  gateway: ServiceSymbol,
  name: GatewayPortName,
): Pick<Finding, 'severity' | 'why'> {
  if (gateway.type === 'ClusterIP') return { severity: 'info', why: mayBeMapped };
  const isOfProbe = name === 'mc-probe';
  const port = Number((isOfProbe ? probePort : gatewayPort)?.value);
  const other = Number((isOfProbe ? gatewayPort : probePort)?.value);
  const exposedOther = outerPort(gateway, isOfProbe ? 'mc-gateway' : 'mc-probe')?.field.value;
  const isCertain = port === exposedOther || (other === exposedOther && gatewayMayHave(port, gateway));
  return isCertain ? { severity: 'error' } : { severity: 'warning', why: mayBeMapped };
}

const mayBeMapped =
  'No manifest shows whether something before the gateway, such as a load balancer, maps ports. If nothing does, nobody listens there, and whatever goes to this port fails.';

/** False for a port such as 443 of a Service with node ports, which somebody must have meant. */
function gatewayMayHave(port: number, { type, ports }: ServiceSymbol): boolean {
  return (
    type !== 'NodePort' ||
    (port >= 30_000 && port <= 32_767) ||
    ports.some((each) => each.port?.value === port)
  );
}
