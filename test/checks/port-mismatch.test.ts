import { describe, expect, it } from 'vitest';
import { ownFleet } from '../support/linker/fleets.js';

/** What is told of the ports that a Link names, where the gateway has node ports 30143 and 30191. */
function told(gatewayPort: string, probePort: string, type = 'NodePort'): string[] {
  const fleet = ownFleet();
  fleet.set(fleet.link, 'spec.gatewayPort', gatewayPort);
  fleet.set(fleet.link, 'spec.probeSpec.port', probePort);
  fleet.set(fleet.gateway, 'spec.type', type);
  return fleet
    .check()
    .filter(({ code }) => code === 'GATEWAY_PORT_MISMATCH' || code === 'PROBE_PORT_MISMATCH')
    .map(({ severity, code }) => `${severity} ${code.replace('_PORT_MISMATCH', '')}`);
}

describe('ports of a Link that the gateway does not expose', () => {
  it.each([
    ['both are those of the pods', '4143', '4191'],
    ['both are others', '443', '8443'],
    ['both are node ports of nobody', '31143', '31191'],
  ])('are no error behind a load balancer that may map them: %s', (_, gatewayPort, probePort) => {
    expect(told(gatewayPort, probePort)).toEqual(['warning GATEWAY', 'warning PROBE']);
  });

  it('are no error where one is such as nobody gives by mistake', () => {
    expect(told('443', '30191')).toEqual(['warning GATEWAY']);
  });

  it.each([
    ['4143', '30191', 'GATEWAY'],
    ['30143', '4191', 'PROBE'],
    ['31143', '30191', 'GATEWAY'],
  ])('are an error where the other port is not mapped either: %s and %s', (gatewayPort, probePort, which) => {
    expect(told(gatewayPort, probePort)).toEqual([`error ${which}`]);
  });

  it('are an error where each is that of the other', () => {
    expect(told('30191', '30143')).toEqual(['error GATEWAY', 'error PROBE']);
    expect(told('4191', '4143', 'LoadBalancer')).toEqual(['error GATEWAY', 'error PROBE']);
  });

  it('are an error of a load balancer where the other port is its own', () => {
    expect(told('4144', '4191', 'LoadBalancer')).toEqual(['error GATEWAY']);
    expect(told('14143', '14191', 'LoadBalancer')).toEqual(['warning GATEWAY', 'warning PROBE']);
  });
});
