import type { LinkSymbol } from '../symbols/kinds/link.js';
import { portNamed, type ServiceSymbol } from '../symbols/kinds/service.js';
import { addressesIn } from '../link/address-list.js';
import { outerPort, type GatewayPortName } from './outer-port.js';

/**
 * The gateway of a target that a Link means: the only one; of several the one that agrees with it in more than any other
 * does, and in two things at least, such as identity and port. Whatever else the Link says is then compared with this one.
 */
export function meantGateway(
  link: LinkSymbol,
  gateways: readonly ServiceSymbol[],
): ServiceSymbol | undefined {
  if (gateways.length <= 1) return gateways[0];
  let meant: ServiceSymbol | undefined;
  let most = 1;
  for (const gateway of gateways) {
    const count = agreements(link, gateway);
    if (count < most) continue;
    meant = count > most ? gateway : undefined;
    most = count;
  }
  return meant;
}

function agreements(link: LinkSymbol, gateway: ServiceSymbol): number {
  const identity = gateway.annotations['mirror.linkerd.io/gateway-identity'];
  const called = addressesIn(link.gatewayAddress?.value);
  return [
    identity !== undefined && identity === link.gatewayIdentity?.value,
    hasPort(gateway, 'mc-gateway', link.gatewayPort?.value),
    hasPort(gateway, 'mc-probe', link.probePort?.value),
    gateway.addresses?.some(({ value }) => addressesIn(value).some((each) => called.includes(each))) === true,
  ].filter((agrees) => agrees).length;
}

function hasPort(gateway: ServiceSymbol, name: GatewayPortName, port: string | undefined): boolean {
  const exposed = [outerPort(gateway, name)?.field, portNamed(gateway, name)?.nodePort];
  return exposed.some((field) => field !== undefined && String(field.value) === port);
}
