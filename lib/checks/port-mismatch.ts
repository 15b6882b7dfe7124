import type { LinkSymbol } from '../symbols/kinds/link.js';
import type { ServiceSymbol } from '../symbols/kinds/service.js';
import { outerPort, type GatewayPortName } from './outer-port.js';
import type { Finding } from './report.js';

/**
 * How certain it is that a port of a Link is wrong which is not the one that the gateway exposes under `name`.
 *
 * What stands before a gateway and maps ports is in no manifest. Something that does maps both: where the Link’s other
 * port is exposed as it stands, this one is an error if a gateway may have it. It is one too where it is that of the
 * other port. A ClusterIP Service is always behind something, so it gets an info; anything else is a warning.
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
