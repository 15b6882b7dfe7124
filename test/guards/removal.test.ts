import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { inventoryOf } from '../../lib/guards/inventory.js';
import { inventoryOfText } from '../../lib/guards/inventory-of-text.js';
import { removalGuard } from '../../lib/guards/removal.js';
import type { Manifest } from '../../lib/manifests/manifest.js';

function object(kind: string, name: string, rest: Record<string, unknown> = {}, apiVersion = 'v1'): Manifest {
  return { apiVersion, kind, metadata: { name, namespace: 'linkerd-multicluster' }, ...rest };
}

function link(name: string, gatewayAddress = `${name}.example.com`): Manifest {
  const spec = { gatewayAddress, gatewayPort: '4143', targetClusterName: name, probeSpec: { port: '4191' } };
  return object('Link', name, { spec }, 'multicluster.linkerd.io/v1alpha3');
}

function account(name: string): Manifest[] {
  const annotations = { 'kubernetes.io/service-account.name': name };
  const secret: Manifest = {
    apiVersion: 'v1',
    kind: 'Secret',
    type: 'kubernetes.io/service-account-token',
    metadata: { name: `${name}-token`, namespace: 'linkerd-multicluster', annotations },
  };
  return [object('ServiceAccount', name), secret];
}

it.each([
  ['of which none says what it is', `apiVersion: v1\n${'\n'.repeat(7_800_000)}`, []],
  [
    'below its metadata',
    `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: a\n${' \n'.repeat(3_900_000)}`,
    ['a'],
  ],
])('reads a file of millions of lines %s', (_, text, serviceAccounts) => {
  expect(inventoryOfText('east', text)).toMatchObject({ serviceAccounts });
});

const namespace = object('Namespace', 'linkerd-multicluster');
const crd = object('CustomResourceDefinition', 'links.multicluster.linkerd.io', { spec: { group: 'x' } });
const plain = object('ServiceAccount', 'linkerd-local-service-mirror');

type Fleet = Record<string, Manifest[]>;
const hub = (...spokes: string[]): Manifest[] => [
  namespace,
  crd,
  ...spokes.flatMap((s) => account(`access-${s}`)),
];
const spoke = (target = 'hub'): Manifest[] => [namespace, crd, plain, link(target, 'hub.example.com')];
const fleet: Fleet = { hub: hub('east', 'west'), east: spoke(), west: spoke() };

/** What the guard says when the output goes from one fleet to another, one file for each cluster. */
function guard(old: Fleet, now: Fleet, allowed: string[] = []): string[] {
  const guarded = removalGuard(allowed);
  const text = (manifests: Manifest[]): string => manifests.map((m) => stringify(m)).join('---\n');
  for (const [cluster, manifests] of Object.entries(now)) guarded.add(inventoryOf(cluster, manifests));
  for (const [cluster, manifests] of Object.entries(old)) {
    const after = now[cluster];
    if (after !== undefined && text(after) === text(manifests)) continue;
    guarded.previous(`clusters/${cluster}/all.yaml`, text(manifests));
  }
  const owned = new Set(Object.keys(old).map((cluster) => `clusters/${cluster}/all.yaml`));
  return guarded
    .finish(owned)
    .map((d) => [d.code, d.message, ...(d.related ?? []).map((r) => r.message)].join('|'));
}

describe('a removal', () => {
  it('is none when nothing vanishes', () => {
    expect(guard(fleet, fleet)).toEqual([]);
    expect(guard(fleet, { ...fleet, north: spoke() })).toEqual([]);
  });

  it('reports a cluster with all that goes along', () => {
    const now = { hub: hub('east'), east: spoke() };
    expect(guard(fleet, now)).toEqual([
      'CLUSTER_REMOVED|cluster west would vanish|Link hub of cluster west would vanish with it|' +
        'access account access-west of cluster hub would vanish with it',
    ]);
    expect(guard(fleet, now, ['west'])).toEqual([]);
  });

  it('reports a Link with the account it used', () => {
    const now = { ...fleet, hub: hub('east'), west: [namespace, crd, plain] };
    expect(guard(fleet, now)).toEqual([
      'LINK_REMOVED|Link hub of cluster west would vanish|access account access-west of cluster hub would vanish with it',
    ]);
    expect(guard(fleet, now, ['west/hub'])).toEqual([]);
    expect(guard(fleet, now, ['east/hub']).map((text) => text.split('|')[0])).toEqual([
      'LINK_REMOVED',
      'REMOVAL_NOT_NEEDED',
    ]);
  });

  it('of a Link is allowed by its name alone where nothing else is called so', () => {
    const one = { ...fleet, west: [namespace, crd, plain] };
    expect(guard(fleet, one, ['hub'])).toEqual([]);
    const two = { hub: fleet.hub ?? [], east: [namespace, crd, plain], west: [namespace, crd, plain] };
    expect(guard(fleet, two, ['hub'])).toEqual([
      'LINK_REMOVED|Link hub of cluster east would vanish',
      'LINK_REMOVED|Link hub of cluster west would vanish',
      'REMOVAL_NOT_NEEDED|--allow-remove hub allows nothing: it is not clear what is meant',
    ]);
    expect(guard(fleet, two, ['west/hub', 'east/hub'])).toEqual([]);
  });

  it('of Links that lead to one cluster is allowed in all others by a star', () => {
    const now = { hub: fleet.hub ?? [], east: [namespace, crd, plain], west: [namespace, crd, plain] };
    expect(guard(fleet, now, ['*/hub'])).toEqual([]);
    expect(guard(fleet, now, ['*/east']).map((text) => text.split('|')[0])).toEqual([
      'LINK_REMOVED',
      'LINK_REMOVED',
      'REMOVAL_NOT_NEEDED',
    ]);
  });

  it('of a cluster that is allowed allows the Links that lead to it, and no Namespace of its name', () => {
    const named = [namespace, object('Namespace', 'hub'), crd, plain];
    const old: Fleet = { hub: hub('west'), west: [...named, link('hub')] };
    expect(guard(old, { west: named }, ['hub'])).toEqual([]);
    expect(guard(old, { west: [namespace, crd, plain] }, ['hub'])).toEqual([
      'NAMESPACE_REMOVED|Namespace hub of cluster west would vanish',
    ]);
  });

  it('reports an access account that a remaining Link needs', () => {
    const now = { ...fleet, hub: hub('east') };
    expect(guard(fleet, now)).toEqual([
      'ACCOUNT_REMOVED|access account access-west of cluster hub would vanish',
    ]);
    expect(guard(fleet, now, ['access-west'])).toEqual([]);
  });

  it('reports an access account whose token Secret alone vanishes', () => {
    const now = { ...fleet, hub: [...hub('east'), object('ServiceAccount', 'access-west')] };
    expect(guard(fleet, now)).toEqual([
      'ACCOUNT_REMOVED|access account access-west of cluster hub would vanish',
    ]);
  });

  it('reports no ServiceAccount that nobody uses from another cluster', () => {
    expect(guard(fleet, { ...fleet, east: [namespace, crd, link('hub', 'hub.example.com')] })).toEqual([]);
  });

  it('reports a Namespace and a CustomResourceDefinition', () => {
    const now = { ...fleet, east: [plain, link('hub', 'hub.example.com')] };
    expect(guard(fleet, now)).toEqual([
      'NAMESPACE_REMOVED|Namespace linkerd-multicluster of cluster east would vanish',
      'CRD_REMOVED|CustomResourceDefinition links.multicluster.linkerd.io of cluster east would vanish',
    ]);
    expect(guard(fleet, now, ['linkerd-multicluster', 'east/links.multicluster.linkerd.io'])).toEqual([]);
  });

  it('reports the rename of a cluster as one', () => {
    const now = { hub: hub('east', 'occident'), east: spoke(), occident: spoke() };
    expect(guard(fleet, now)[0]).toMatch(
      /^CLUSTER_REMOVED\|cluster west would vanish; it looks renamed to occident\|/,
    );
  });

  it('reports the rename of a Link as one', () => {
    expect(guard(fleet, { ...fleet, west: spoke('center') })).toEqual([
      'LINK_REMOVED|Link hub of cluster west would vanish; it looks renamed to center',
    ]);
  });

  it('reports no rename when the other cluster stood before', () => {
    const now = { hub: hub('east', 'west'), east: spoke() };
    expect(guard(fleet, now)[0]).toMatch(/^CLUSTER_REMOVED\|cluster west would vanish(\||$)/);
  });

  it('reports the rename of an access account as one', () => {
    expect(guard(fleet, { ...fleet, hub: hub('east', 'occident') })).toEqual([
      'ACCOUNT_REMOVED|access account access-west of cluster hub would vanish; it looks renamed to access-occident',
    ]);
  });
});

describe('the inventory of a file', () => {
  it('is the same skimmed as parsed, in any order, quoted or not', () => {
    const name = fc.stringMatching(/^[a-z]([a-z0-9-]{0,20}[a-z0-9])?$/);
    const one = fc.oneof(
      name.map((n) => [link(n)]),
      name.map((n) => account(n)),
      name.map((n) => [object('Namespace', n)]),
      name.map((n) => [object('ConfigMap', n, { data: { text: 'kind: Link\nmetadata:\n  name: x\n' } })]),
    );
    const style = fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE') as fc.Arbitrary<'PLAIN'>;
    fc.assert(
      fc.property(fc.array(one), style, fc.boolean(), (objects, defaultStringType, flow) => {
        const manifests = objects.flat();
        const form = { defaultStringType, defaultKeyType: 'PLAIN' as const };
        const text = manifests
          .map((m) => (flow ? JSON.stringify(m) + '\n' : stringify(m, form)))
          .join('---\n');
        expect(inventoryOfText('a', text)).toEqual(inventoryOf('a', manifests));
        expect(inventoryOfText('a', text.replaceAll('\n', '\r\n'))).toEqual(inventoryOf('a', manifests));
      }),
    );
  });
});
