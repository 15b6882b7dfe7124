import { describe, expect, it } from 'vitest';
import { deriveFleet } from '../../lib/topology/derive-fleet.js';
import { regionsOf } from '../../lib/topology/regions.js';
import { configOf } from '../support/config-folder.js';

/** Names of the clusters of each region. */
function regions(fleet: string, values: Readonly<Record<string, string>> = {}): string[] {
  const { fleet: derived, diagnostics } = deriveFleet(
    configOf(`name: parts\nlinkerd: { release: edge-26.8.2 }\n${fleet}`, values),
  );
  if (derived === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return regionsOf(derived).map((region) => region.map(({ name }) => name).join(' '));
}

const twoHubs = `
topology:
  - hubAndSpoke: { hub: a-hub, spokes: [a-spoke, z-spoke] }
  - hubAndSpoke: { hub: b-hub, spokes: [b-spoke] }
`;
const keyForEach = 'credentials: { externalSecrets: { store: vault, key: "{source}-to-{target}" } }\n';

function clusters(settings: Readonly<Record<string, string>> = {}): string {
  const known: Readonly<Record<string, string>> = {
    'a-hub': 'gateway: { address: a.example.com }',
    'b-hub': 'gateway: { address: b.example.com }',
    ...settings,
  };
  const names = ['a-hub', 'a-spoke', 'alone', 'b-hub', 'b-spoke', 'z-spoke'];
  return `clusters:\n${names.map((name) => `  ${name}: { ${known[name] ?? ''} }`).join('\n')}\n`;
}

describe('regions', () => {
  it('are what Links join', () => {
    expect(regions(clusters() + twoHubs + keyForEach)).toEqual([
      'a-hub a-spoke z-spoke',
      'alone',
      'b-hub b-spoke',
    ]);
  });

  it('are one where Links join clusters one after the other', () => {
    const names = ['e', 'c', 'a', 'd', 'b'];
    const links = names
      .slice(1)
      .map((name, i) => `  - link: { source: ${name}, target: ${names[i] ?? ''}, mode: flat }`);
    expect(
      regions(
        `clusters: { ${names.map((name) => `${name}: {}`).join(', ')} }\ntopology:\n${links.join('\n')}\n${keyForEach}`,
      ),
    ).toEqual(['a b c d e']);
  });

  it.each([
    [
      'a key of a store',
      clusters(),
      'credentials: { externalSecrets: { store: vault, key: all, property: "kubeconfig" } }',
    ],
    [
      'an API server, however it is written',
      clusters({
        'a-spoke': 'apiServer: https://api.example.com',
        'b-spoke': 'apiServer: https://api.example.com:443',
      }),
      keyForEach,
    ],
    [
      'an address of their gateways',
      clusters({ 'b-hub': 'gateway: { address: "b.example.com,a.example.com" }' }),
      keyForEach,
    ],
  ])('are joined by %s', (_, some, credentials) => {
    const spokes = twoHubs.replace(', z-spoke]', ']');
    expect(regions(`${some}${spokes}${credentials}`)).toContain('a-hub a-spoke b-hub b-spoke');
  });

  it('are joined by an address that a gateway asks its load balancer for', () => {
    const values = { 'b-hub-values.yaml': 'gateway: { loadBalancerIP: 192.0.2.7 }\n' };
    const some = clusters({ 'a-hub': 'gateway: { address: 192.0.2.7 }' });
    expect(regions(some + twoHubs + keyForEach, values)).toEqual([
      'a-hub a-spoke b-hub b-spoke z-spoke',
      'alone',
    ]);
  });
});
