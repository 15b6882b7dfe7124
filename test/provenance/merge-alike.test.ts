import { expect, test } from 'vitest';
import { checkFleet } from '../../lib/pipeline/check-fleet.js';
import { folderWith } from '../support/config-folder.js';

const fleet = `name: star
linkerd: { release: edge-26.8.2 }
credentials: { externalSecrets: { store: vault, key: "{source}-to-{target}" } }
clusters: { hub: { gateway: { address: gw.example.com } }, a: {}, b: {}, c: {} }
topology: [ { hubAndSpoke: { hub: hub, spokes: [a, b, c] } } ]
`;

test('tells once what a value of all clusters breaks in each of them', async () => {
  const values = 'localServiceMirror: { resources: { limits: { cpu: abc } } }\n';
  const folder = folderWith({ 'fleet.yaml': fleet, 'values.yaml': values });
  const { diagnostics } = await checkFleet(folder, { severity: 'error' });
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]?.related?.at(-1)).toEqual({ message: '3 more findings say the same of this line' });
});

test('tells of each cluster what its own values break', async () => {
  const values = 'localServiceMirror: { resources: { limits: { cpu: abc } } }\n';
  const folder = folderWith({ 'fleet.yaml': fleet, 'a-values.yaml': values, 'b-values.yaml': values });
  const { diagnostics } = await checkFleet(folder, { severity: 'error' });
  expect(diagnostics.map(({ file }) => file?.slice(-13))).toEqual(['a-values.yaml', 'b-values.yaml']);
});
