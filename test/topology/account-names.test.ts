import { expect, test } from 'vitest';
import { parseFleet } from '../../lib/config/parse-fleet.js';
import { deriveFleet } from '../../lib/topology/derive-fleet.js';
import { configOf } from '../support/config-folder.js';

const fleet = (east: string, hub: string, more = '') => `name: duo
linkerd: { release: edge-26.8.2 }
clusters:
  hub: { argocdName: ${hub}, gateway: { address: gw.example.com } }
  east: { argocdName: ${east} }
topology: [{ link: { source: east, target: hub } }]
credentials: { externalSecrets: { store: vault, key: 'mesh/{source}-to-{target}' } }
${more}
`;

const told = (text: string) =>
  deriveFleet(configOf(text)).diagnostics.map(
    ({ code, path, line, column, fix }) => `${line ?? 0}:${column ?? 0} ${code} ${path ?? ''}: ${fix ?? ''}`,
  );

test.each(['East', 'east_1', 'east.-1'])('reports that no access account is called after %s', (name) => {
  const [only, ...others] = told(fleet(name, 'hub'));
  expect(others).toEqual([]);
  expect(only).toContain('5:23 ACCESS_ACCOUNT_NAME clusters.east.argocdName: call the cluster `east');
});

test('asks nothing of the name of a cluster that no account is called after', () => {
  expect(told(fleet('east.eu-1', 'In_Cluster'))).toEqual([]);
});

test('reports that no scraper is called after it', () => {
  const scrapers = (account: string) =>
    fleet('east', 'Hub', `monitoring: { scrapers: [{ namespace: mon, serviceAccount: "${account}" }] }`);
  expect(told(scrapers('{argocdName}-alloy'))).toEqual([
    '4:22 ACCESS_ACCOUNT_NAME clusters.hub.argocdName: call the cluster `hub` in Argo CD, and write that name',
  ]);
  expect(told(scrapers('{cluster}-alloy'))).toEqual([]);
});

test.each([
  ['A.b', 'a.b', ['CLUSTER_NAME_TWICE']],
  ['a.b', 'a-b', []],
])('tells once of %s and %s what they have in common', (east, hub, codes) => {
  const { diagnostics } = parseFleet(fleet(east, hub));
  expect(diagnostics.map(({ code }) => code)).toEqual(codes);
  expect(diagnostics.every(({ path, line }) => path === 'clusters.east.argocdName' && line === 5)).toBe(true);
  const withArgocd = fleet(east, hub, 'argocd: { repoURL: https://git.example.com/mesh }');
  expect(parseFleet(withArgocd).diagnostics).toHaveLength(codes.length);
});
