import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../support/config-folder.js';
import { bundledIn } from '../support/bundled-modules.js';
import { loadedBy } from '../support/loaded-modules.js';

const fleet = `name: three
linkerd: { release: edge-26.8.2 }
argocd: { namespace: argo, project: mesh, repoURL: 'https://git.example.com/mesh', clusterSelector: { mesh: "true" } }
clusters:
  hub: { gateway: { address: gw.example.com } }
  east: {}
  west: {}
topology: [{ hubAndSpoke: { hub: hub } }]
credentials: { externalSecrets: { store: vault, key: 'mesh/{source}-to-{target}' } }
`;

/** Modules of Node's own that cost a run milliseconds each, and that no small run needs. */
const costly = ['child_process', 'crypto', 'http', 'https', 'net', 'tty', 'url', 'worker_threads'];

describe('start-up is budgeted', () => {
  test('nothing is told that nobody asked for', () => {
    const { stdout, stderr } = spawnSync(process.execPath, ['bin/linkspan.js', '--version'], {
      encoding: 'utf8',
    });
    // a V8 that does not know one of our flags would complain
    expect({ stdout: /^\d+\.\d+\.\d+\n$/.test(stdout), stderr }).toEqual({ stdout: true, stderr: '' });
  });

  test('--version loads the command line alone', () => {
    const { builtins, scripts, packages, folders } = loadedBy(['--version'], folderWith({}));
    expect(builtins.filter((name) => costly.includes(name))).toEqual([]);
    expect(scripts).toEqual(['main.js']);
    expect(packages).toEqual(['commander']);
    // what commands word their mistakes with, and read their arguments with
    expect(folders).toEqual(['link', 'output']);
  });

  test('a synth of three clusters loads what it renders with, and the validators of its kinds', () => {
    const { builtins, scripts, bytes } = loadedBy(['synth'], folderWith({ 'config/fleet.yaml': fleet }));
    expect(builtins.filter((name) => costly.includes(name))).toEqual([]);
    expect(scripts).toEqual([
      'kinds/applicationset.js',
      'kinds/cluster.js',
      'kinds/custom-resource-definition.js',
      'kinds/externalsecret.js',
      'kinds/workloads.js',
      'synth.js',
    ]);
    expect(bytes).toBeLessThan(1_600_000);
  });

  test('the script of synth holds nothing of other commands', async () => {
    const modules = await bundledIn('synth.js');
    const named = (pattern: RegExp): string[] => [
      ...new Set(modules.flatMap((module) => pattern.exec(module)?.[1] ?? [])),
    ];
    expect(named(/^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//).sort()).toEqual([
      'cdk8s',
      'commander',
      'constructs',
      'fast-json-patch',
    ]);
    expect(named(/^lib\/cli\/(.*)\.ts$/).sort()).toEqual([
      'command-line',
      'print-diagnostics',
      'progress',
      'repeated',
      'run-synth',
      'synth',
      'synth-main',
      'terminal',
      'watch-run',
    ]);
    const idle = ['init', 'plan', 'simulator', 'template'];
    expect(named(/^lib\/([^/]+)\//).filter((folder) => idle.includes(folder))).toEqual([]);
  });
});
