import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defineFleet, synthFleet } from '../../lib/index.js';
import { folderWith } from '../support/config-folder.js';
import { treeOf } from '../support/tree.js';

const yaml = `
name: pair
linkerd: { release: edge-26.8.2 }
clusters: { east: { gateway: { address: gw.example.com } }, west: {} }
topology: [{ link: { source: west, target: east } }]
credentials: { externalSecrets: { store: vault, key: 'mesh/{source}-to-{target}' } }
`;

test('a fleet as code gives the same output as the same fleet in a file', async () => {
  const folder = folderWith({ 'config/fleet.yaml': yaml });
  const { config } = defineFleet({
    name: 'pair',
    linkerd: { release: 'edge-26.8.2' },
    clusters: { east: { gateway: { address: 'gw.example.com' } }, west: {} },
    topology: [{ link: { source: 'west', target: 'east' } }],
    credentials: { externalSecrets: { store: 'vault', key: 'mesh/{source}-to-{target}' } },
  });
  if (config === undefined) throw new Error('the fleet was refused');
  const outputs = [join(folder, 'config'), config].map(async (input, i) => {
    const out = join(folder, `dist-${i}`);
    const { diagnostics } = await synthFleet({ config: input, out, check: false, allowRemove: [] });
    expect(diagnostics).toEqual([]);
    return Object.entries(treeOf(out)).map(([path, text]) => [path, text.replace(/^#.*\n/, '')]);
  });
  const [file, code] = await Promise.all(outputs);
  expect(code).toEqual(file);
});
