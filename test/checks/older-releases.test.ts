import { expect, test } from 'vitest';
import { checkFleet } from '../../lib/pipeline/check-fleet.js';
import { folderWith } from '../support/config-folder.js';

const fleet = (release: string, link: string, clusters = 'east: {}'): string => `name: pair
linkerd: { release: "${release}" }
credentials: { externalSecrets: { store: vault, key: "{source}-to-{target}" } }
clusters: { hub: { gateway: { address: gw.example.com } }, ${clusters} }
topology: [ { link: { source: east, target: hub${link} } } ]
`;

const told = async (text: string): Promise<string[]> => {
  const { diagnostics } = await checkFleet(folderWith({ 'fleet.yaml': text }), { severity: 'warning' });
  return diagnostics.map(({ code, message }) => `${code} ${message}`);
};

test.each(['2.14', '2.15', '2.16', '2.17', 'edge-26.8.2'])('flat Links of %s are right', async (release) => {
  expect(await told(fleet(release, ', mode: flat'))).toEqual([]);
});

test('the probe period of edge-25.1.1 is a bare number, and of no other', async () => {
  expect(await told(fleet('edge-25.1.1', ''))).toEqual([]);
  expect(await told(fleet('edge-25.1.2', ''))).toEqual([]);
});

test('an account of a cluster that Argo CD calls otherwise is not taken for one of another cluster', async () => {
  const clusters = 'east: { argocdName: us-prod }, prod: {}';
  expect(await told(fleet('edge-26.8.2', '', clusters))).toEqual([]);
});
