import { expect, test } from 'vitest';
import { compiledText } from '../support/compiled.js';

const fleet = (release: string) => `name: trio
linkerd: { release: "${release}" }
clusters:
  hub: { gateway: { address: gw.example.com } }
  east: {}
  west: {}
topology:
  - hubAndSpoke: { hub: hub, spokes: [east] }
  - link: { source: east, target: west, mode: flat }
credentials: { externalSecrets: { store: vault, key: 'mesh/{source}-to-{target}' } }
`;

async function told(release: string, files: Readonly<Record<string, string>>): Promise<string[]> {
  const { diagnostics } = await compiledText(fleet(release), files);
  expect(diagnostics.filter(({ fix }) => fix === undefined)).toEqual([]);
  return diagnostics.map(
    ({ code, file = '', line, column, message }) =>
      `${file.replace(/.*\//, '')}:${line ?? 0}:${column ?? 0} ${code} ${message}`,
  );
}

test('reports a field of a controller where the values write it, by the number that it has there', async () => {
  const values =
    'controllers:\n  - link: { ref: { name: west } }\n  - link: { ref: { name: hub } }\n    image: null\n';
  expect(await told('edge-26.8.2', { 'east-values.yaml': values })).toEqual([
    'east-values.yaml:4:12 CHART_HELM_FAILS `controllers[1].image` cannot be rendered',
  ]);
});

test('reports what controllers have in common where it is written, whatever the cluster says beside it', async () => {
  const files = {
    'values.yaml': 'controllerDefaults:\n  enablePodAntiAffinity: true\n',
    'east-values.yaml': 'controllerDefaults: { logLevel: debug }\n',
  };
  const found = await told('2.18', files);
  const text =
    'values.yaml:2:26 CHART_HELM_FAILS `controllerDefaults.enablePodAntiAffinity` cannot be rendered';
  expect(new Set(found)).toEqual(new Set([text]));
});

test('reports a controller that no values write where they take away what it would have', async () => {
  const found = await told('edge-26.8.2', {
    'values.yaml': 'revisionHistoryLimit: 1\ncontrollerDefaults: null\n',
  });
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter((text) => !text.startsWith('values.yaml:2:'))).toEqual([]);
});
