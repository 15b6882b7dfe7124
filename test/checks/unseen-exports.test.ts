import { expect, it } from 'vitest';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.js';
import { callsTo } from '../support/linker/calls-to.js';
import { ownFleet, type TestFleet } from '../support/linker/fleets.js';
import { service } from '../support/linker/own-fleet.js';

const exported = { 'mirror.linkerd.io/exported': 'true' };
const member = { 'mirror.linkerd.io/federated': 'member' };

/** A fleet whose target exports `checkout` and `catalog`, and whose source calls these names. */
function calling(...names: string[]): TestFleet {
  const fleet = ownFleet();
  fleet.add('east', service('checkout', exported), service('catalog', member));
  fleet.add('west', callsTo(...names));
  return fleet;
}

function told(fleet: TestFleet, code: string): Diagnostic[] {
  const found = fleet.check();
  expect(fleet.checkStreamed()).toEqual(found);
  return found.filter((d) => d.code === code && !d.message.includes('pods'));
}

it('reports a name with one letter wrong in that of an exported Service', () => {
  const fleet = calling('chekout-east.shop', 'catalogs-federated.shop');
  expect(told(fleet, 'MIRROR_UNRESOLVED')).toMatchObject([
    { severity: 'warning', fix: 'write `checkout-east`, or add Service chekout to the files' },
    { severity: 'warning', fix: 'write `catalog-federated`, or add Service catalogs to the files' },
  ]);
});

it('reports no mirror of another mode for a name with one letter wrong', () => {
  expect(told(calling('catalogs-east.shop', 'chekout-federated.shop'), 'MIRROR_UNRESOLVED')).toEqual([]);
});

it('only guesses where one letter makes another word', () => {
  expect(told(calling('wep-east.shop'), 'MIRROR_UNRESOLVED')).toMatchObject([{ severity: 'info' }]);
  expect(told(calling('dc-east.shop', 'web2-east.shop', 'wep-east.office'), 'MIRROR_UNRESOLVED')).toEqual([]);
});

it('reports the backend of a route with one letter wrong', () => {
  const fleet = calling();
  fleet.add('west', service('checkout', {}), {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: 'checkout', namespace: 'shop' },
    spec: {
      parentRefs: [{ group: '', kind: 'Service', name: 'checkout', port: 80 }],
      rules: [{ backendRefs: [{ name: 'chekout-east', port: 80 }] }],
    },
  });
  expect(told(fleet, 'ROUTE_BACKEND')).toMatchObject([
    { severity: 'warning', line: expect.any(Number) as number },
  ]);
});

it('shows the first places that call what no file exports', () => {
  const fleet = calling('a-east.shop', 'b-east.shop', 'c-east.shop', 'd-east.shop');
  const [fact] = told(fleet, 'FACT_UNKNOWN');
  expect(fact?.message).toBe('cannot tell which Services the targets export: east');
  expect(fact?.related?.map(({ message }) => message)).toEqual(
    ['a', 'b', 'c'].map((name) => `${name}-east.shop is called here`),
  );
});

it('shows the Link whose credentials no file holds', () => {
  const fleet = ownFleet();
  fleet.remove('west', 'ExternalSecret', 'cluster-credentials-east-es', 'linkerd-multicluster');
  const [fact] = told(fleet, 'FACT_UNKNOWN');
  expect(fact?.related).toMatchObject([
    {
      message: 'Link east reads Secret cluster-credentials-east',
      file: 'west.yaml',
      line: expect.any(Number) as number,
    },
  ]);
});
