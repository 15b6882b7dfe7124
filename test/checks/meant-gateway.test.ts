import { describe, expect, it } from 'vitest';
import { ownFleet, type TestFleet } from '../support/linker/fleets.js';

const identityOf = (name: string): string =>
  `${name}.linkerd-multicluster.serviceaccount.identity.linkerd.cluster.local`;

/** A target with a second gateway of node ports 31143 and 31191, and an identity of its own. */
function withTwo(): TestFleet {
  const fleet = ownFleet();
  const second = structuredClone(fleet.gateway);
  second.metadata.name = 'edge-gateway';
  fleet.set(second, 'spec.ports.0.nodePort', 31143);
  fleet.set(second, 'spec.ports.1.nodePort', 31191);
  second.metadata.annotations = {
    ...second.metadata.annotations,
    'mirror.linkerd.io/gateway-identity': identityOf('edge-gateway'),
  };
  fleet.add('east', second);
  return fleet;
}

/** What is told of the three things that a Link says of its gateway. */
function told(fleet: TestFleet, port: string, probe: string, identity: string): string[] {
  fleet.set(fleet.link, 'spec.gatewayPort', port);
  fleet.set(fleet.link, 'spec.probeSpec.port', probe);
  fleet.set(fleet.link, 'spec.gatewayIdentity', identityOf(identity));
  const found = fleet.check();
  expect(fleet.checkStreamed()).toEqual(found);
  return found
    .filter(({ code }) => /^(GATEWAY|PROBE)_(PORT|IDENTITY)_MISMATCH$/.test(code))
    .map(({ severity, code }) => `${severity} ${code}`);
}

describe('of a target with two gateways, a Link', () => {
  it.each([
    ['30143', '30191', 'linkerd-gateway'],
    ['31143', '31191', 'edge-gateway'],
  ])('may mean either: %s, %s, %s', (...said) => {
    expect(told(withTwo(), ...said)).toEqual([]);
  });

  it.each([
    ['31143', '30191', 'linkerd-gateway', 'GATEWAY_PORT_MISMATCH'],
    ['30143', '31191', 'linkerd-gateway', 'PROBE_PORT_MISMATCH'],
    ['31143', '31191', 'linkerd-gateway', 'GATEWAY_IDENTITY_MISMATCH'],
  ])('is wrong where it mixes them: %s, %s, %s', (port, probe, identity, code) => {
    expect(told(withTwo(), port, probe, identity)).toEqual([`error ${code}`]);
  });

  it('is not judged where it agrees with neither', () => {
    expect(told(withTwo(), '443', '8443', 'linkerd-gateway')).toEqual([]);
  });

  it('is not judged where it agrees with both as much', () => {
    const fleet = withTwo();
    const second = fleet.find('east', 'Service', 'edge-gateway');
    second.metadata.annotations = { ...fleet.gateway.metadata.annotations };
    expect(told(fleet, '30143', '31191', 'linkerd-gateway')).toEqual([]);
  });

  it('may call a Service of the user’s own before the gateway', () => {
    const fleet = ownFleet();
    fleet.add('east', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'public', namespace: 'linkerd-multicluster' },
      spec: {
        type: 'LoadBalancer',
        selector: { app: 'linkerd-gateway' },
        ports: [
          { name: 'mc-gateway', port: 443, targetPort: 4143 },
          { name: 'mc-probe', port: 8443, targetPort: 4191 },
        ],
      },
    });
    expect(told(fleet, '443', '8443', 'linkerd-gateway')).toEqual([]);
  });
});
