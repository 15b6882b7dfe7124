import { expect, test } from 'vitest';
import { checkFleet } from '../../lib/pipeline/check-fleet.js';
import { folderWith } from '../support/config-folder.js';

const fleetOf = (topology: string): string => `name: pair
linkerd: { release: edge-26.8.2 }
credentials: { externalSecrets: { store: vault, key: "{source}-to-{target}" } }
clusters: { hub: { gateway: { address: gw.example.com } }, east: { argocdNme: x } }
topology: [ ${topology} ]
`;

test.each([
  ['{ links: { source: east, target: hub } }', 'write `link`'],
  ['{ hubAndSpokes: { hub: hub, spokes: [east] } }', 'write `hubAndSpoke`'],
  ['{ source: east, target: hub }', 'it belongs at `link.source`'],
  ['{ foo: 1 }', 'remove it; the keys here are `hubAndSpoke`, `mesh`, `pair`, `link`'],
])('reports %s, which is of no kind, beside all other mistakes', async (topology, fix) => {
  const { diagnostics } = await checkFleet(folderWith({ 'fleet.yaml': fleetOf(topology) }));
  const told = diagnostics.map(({ code, line, fix: how }) => `${code} ${line ?? ''} ${how ?? ''}`);
  expect(told).toContain(`CONFIG_UNKNOWN_KEY 5 ${fix}`);
  expect(told).toContain('CONFIG_UNKNOWN_KEY 4 write `argocdName`');
});
