import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../../lib/cli/main.js';
import { folderWith } from '../support/config-folder.js';
import { treeOf } from '../support/tree.js';

const fleet = `
name: trio
linkerd: { release: edge-26.8.2 }
clusters:
  hub: { gateway: { address: gw.example.com } }
  east: {}
  west: {}
topology: [{ hubAndSpoke: { hub: hub, spokes: [east, west] } }]
credentials: { externalSecrets: { store: vault, key: 'mesh/{source}-to-{target}' } }
`;

async function synth(folder: string, ...flags: string[]): Promise<{ code: number; err: string }> {
  let err = '';
  const terminal = { out: () => undefined, err: (text: string) => void (err += text) };
  const args = ['synth', '--config', join(folder, 'config'), '--out', join(folder, 'dist'), ...flags];
  return { code: await main(args, terminal), err };
}

/** A folder with a standing output, and the fleet file changed since. */
async function changed(from: string | RegExp, to: string): Promise<string> {
  const folder = folderWith({ 'config/fleet.yaml': fleet });
  expect(await synth(folder)).toEqual({ code: 0, err: '' });
  writeFileSync(join(folder, 'config/fleet.yaml'), fleet.replaceAll(from, to));
  return folder;
}

test('synth reports a cluster that would vanish, what that does, and leaves the output', async () => {
  const folder = await changed(/ {2}west: \{\}\n|, west/g, '');
  const before = treeOf(join(folder, 'dist'));
  const { code, err } = await synth(folder);
  expect(code).toBe(1);
  expect(err).toMatch(/CLUSTER_REMOVED\n {2}.*west.* would vanish/);
  expect(err).toContain('why: ');
  expect(err).toContain('--allow-remove west');
  expect(treeOf(join(folder, 'dist'))).toEqual(before);
});

test('synth lets what --allow-remove names vanish', async () => {
  const folder = await changed(/ {2}west: \{\}\n|, west/g, '');
  expect((await synth(folder, '--allow-remove', 'west')).code).toBe(0);
  expect(Object.keys(treeOf(join(folder, 'dist'))).filter((path) => path.includes('clusters/west/'))).toEqual(
    [],
  );
});

test('synth reports a target under another name as a rename of its Links, and what that breaks', async () => {
  const folder = await changed('trio', 'trio');
  writeFileSync(
    join(folder, 'config/fleet.yaml'),
    fleet.replace('  hub: {', '  core: { argocdName: hub,').replace('hub: hub', 'hub: core'),
  );
  const { code, err } = await synth(folder);
  expect(code).toBe(1);
  expect(err).toMatch(/LINK_REMOVED\n {2}.*hub.* would vanish; it looks renamed to .*core/);
  expect(err).toContain('why: a rename is a removal and a new Link');
});

test.each(['', 'files: []\n', undefined])('synth keeps its guard when the index is %j', async (index) => {
  const folder = await changed(/ {2}west: \{\}\n|, west/g, '');
  if (index === undefined) rmSync(join(folder, 'dist/index.yaml'));
  else writeFileSync(join(folder, 'dist/index.yaml'), index);
  const before = treeOf(join(folder, 'dist'));
  const { code, err } = await synth(folder);
  expect(code).toBe(1);
  expect(err).toMatch(/warning OUTPUT_INDEX_LOST\n/);
  expect(err).toMatch(/CLUSTER_REMOVED\n {2}cluster west would vanish/);
  expect(treeOf(join(folder, 'dist'))).toEqual(before);
  // what is allowed goes as if the index had stood there, and the next run is as any other
  expect((await synth(folder, '--allow-remove', 'west')).code).toBe(0);
  expect(Object.keys(treeOf(join(folder, 'dist'))).filter((path) => path.includes('west'))).toEqual([]);
  expect(await synth(folder, '--check')).toEqual({ code: 0, err: '' });
});

test('synth reports what would vanish where the fleet file says what there is', async () => {
  const folder = await changed(', west', '');
  const { err } = await synth(folder);
  const file = (path: string) => join(folder, path);
  expect(err).toContain(`${file('config/fleet.yaml')}:8:1 error LINK_REMOVED\n`);
  expect(err).toContain(`see: ${file('dist/clusters/west/link-hub.yaml')} it stands here\n`);
  const cluster = await synth(await changed(/ {2}west: \{\}\n|, west/g, ''));
  expect(cluster.err).toMatch(/config\/fleet\.yaml:4:1 error CLUSTER_REMOVED\n/);
  expect(cluster.err).toMatch(/see: .*\/dist\/clusters\/west it stands here\n/);
});

test('synth reports each thing that would vanish, though their places are one', async () => {
  const folder = await changed(/ {2}(west|east): \{\}\n|, spokes: \[east, west\]/g, '');
  const { err } = await synth(folder);
  expect(err).toContain('cluster east would vanish');
  expect(err).toContain('--allow-remove east');
  expect(err).toContain('cluster west would vanish');
  expect(err).toContain('--allow-remove west');
});

test('a first synth takes no file of others for one of ours, whatever it begins with', async () => {
  const made = '# Made by linkspan from config/fleet.yaml: a copy\na: 1\n';
  const others = {
    'dist/README.md': '# Credential of a vault\n',
    'dist/clusters/hub/NOTES.md': '# Credential of the hub\n',
    'dist/argocd/notes.txt': made,
    'dist/clusters/hub/backup/gateway.yaml': made,
    'dist/clusters/prod/dist/clusters/prod/gateway.yaml': made,
  };
  const folder = folderWith({ 'config/fleet.yaml': fleet, ...others });
  expect((await synth(folder)).err).toBe('');
  expect(treeOf(folder)).toMatchObject(others);
});
