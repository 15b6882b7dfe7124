import { expect, it } from 'vitest';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.js';
import { calledOtherwise } from '../support/linker/called-otherwise.js';
import { callsTo } from '../support/linker/calls-to.js';
import { ownFleet, type TestFleet } from '../support/linker/fleets.js';
import { remoteAccess } from '../support/linker/chart-access.js';
import type { TestObject } from '../support/linker/own-fleet.js';

const accountOfWest = remoteAccess('linkerd-service-mirror-remote-access-west');

/** A fleet whose Link has other ports than the gateway, whose cluster is given by another name. */
function misled(ports: { gateway?: string; probe?: string }): TestFleet {
  const fleet = ownFleet();
  calledOtherwise(fleet);
  if (ports.gateway !== undefined) fleet.set(fleet.link, 'spec.gatewayPort', ports.gateway);
  if (ports.probe !== undefined) fleet.set(fleet.link, 'spec.probeSpec.port', ports.probe);
  return fleet;
}

function told(fleet: TestFleet, code: string): Diagnostic[] {
  expect(fleet.checkStreamed()).toEqual(fleet.check());
  return fleet.check().filter((d) => d.code === code);
}

it('takes the one cluster with an account for the source for the target, where a port of its gateway agrees', () => {
  const fleet = misled({ gateway: '31111' });
  fleet.add('hub', ...accountOfWest);
  expect(told(fleet, 'GATEWAY_PORT_MISMATCH')).toMatchObject([{ severity: 'error' }]);
});

it('only warns of what rests on the name of an account alone', () => {
  const fleet = misled({ gateway: '30191', probe: '30143' });
  fleet.add('hub', ...accountOfWest);
  expect(told(fleet, 'GATEWAY_PORT_MISMATCH')).toMatchObject([
    { severity: 'warning', message: expect.stringContaining('if hub is what the Link means') as string },
  ]);
});

it('takes no cluster for the target when two have an account for the source, or none has', () => {
  const none = misled({ gateway: '31111', probe: '31112' });
  expect(told(none, 'GATEWAY_PORT_MISMATCH')).toEqual([]);
  const two = misled({ gateway: '31111', probe: '31112' });
  two.add('hub', ...accountOfWest);
  two.add('south', ...accountOfWest);
  expect(told(two, 'GATEWAY_PORT_MISMATCH')).toEqual([]);
});

/** A fleet whose target is called `internal`, with a configuration in the source that calls these names. */
function calling(...names: string[]): TestFleet {
  const fleet = ownFleet();
  fleet.clusters.west = JSON.parse(
    JSON.stringify(fleet.clusters.west).replaceAll('east', 'internal'),
  ) as TestObject[];
  calledOtherwise(fleet, 'internal');
  fleet.add('west', callsTo(...names));
  return fleet;
}

it('reports the name of a mirror with one letter wrong, and the right one', () => {
  expect(told(calling('web-internl.shop'), 'MIRROR_UNRESOLVED')).toMatchObject([
    { severity: 'warning', fix: 'write `web-internal`', line: expect.any(Number) as number },
  ]);
});

it('reports the name of a mirror that ends in the name that the facts give its target', () => {
  const fleet = calling('web-hub.shop');
  fleet.options = { facts: { clusters: { hub: { argocdName: 'internal' } } } };
  expect(told(fleet, 'MIRROR_UNRESOLVED')).toMatchObject([{ fix: 'write `web-internal`' }]);
});

it('gives an info where nothing but one letter speaks for a mirror', () => {
  expect(told(calling('mimir-internl.monitoring'), 'MIRROR_UNRESOLVED')).toMatchObject([
    { severity: 'info' },
  ]);
  const among = calling('mimir-internl.monitoring', 'loki-internal.monitoring');
  expect(told(among, 'MIRROR_UNRESOLVED')).toMatchObject([{ severity: 'warning' }]);
});

it('takes no cluster that differs in a short word for one with a letter wrong', () => {
  const fleet = calling('web-zone-a.shop');
  fleet.clusters.west = JSON.parse(
    JSON.stringify(fleet.clusters.west).replaceAll('internal', 'zone-b'),
  ) as TestObject[];
  expect(told(fleet, 'MIRROR_UNRESOLVED')).toEqual([]);
});

it('takes no Service of the source, and no other word, for a mirror with a letter wrong', () => {
  const fleet = calling('web-internl.shop', 'web-infernal1.shop', 'web-external.shop', 'web-internal2.shop');
  fleet.add('west', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web-internl', namespace: 'shop' },
    spec: { ports: [{ port: 80 }] },
  });
  expect(told(fleet, 'MIRROR_UNRESOLVED')).toEqual([]);
});

it('reports a Link in the control plane’s namespace, and nothing of the credentials that stand where they should', () => {
  const fleet = ownFleet();
  fleet.link.metadata.namespace = 'linkerd';
  const codes = fleet.check().map((d) => d.code);
  expect(codes.filter((code) => code.startsWith('CREDENTIALS'))).toEqual([]);
});

it('takes an account that is named after what the facts call the source for its own', () => {
  const fleet = ownFleet();
  fleet.clusters.east = (fleet.clusters.east ?? []).filter(
    ({ metadata }) => !/^mirror-[ab]/.test(metadata.name),
  );
  fleet.add('east', ...remoteAccess('linkerd-service-mirror-remote-access-eu'));
  const facts = (argocdName: string) => ({ facts: { clusters: { eu: { argocdName } } } });
  fleet.options = facts('east');
  expect(told(fleet, 'ACCESS_ACCOUNT_MISSING')).toMatchObject([{ severity: 'warning' }]);
  fleet.options = facts('west');
  expect(told(fleet, 'ACCESS_ACCOUNT_MISSING')).toEqual([]);
});
