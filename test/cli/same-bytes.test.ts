import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { folderWith } from '../support/config-folder.js';
import { treeOf } from '../support/tree.js';

const bin = fileURLToPath(new URL('../../bin/linkspan.js', import.meta.url));

/** Names that languages sort differently. */
const names = ['hub', 'iiz', 'zoo', 'ab', 'a-b', 'a1', 'a10'];

const files = {
  'config/fleet.yaml': `name: many
linkerd: { release: edge-26.8.2 }
argocd: { repoURL: https://git.example.com/fleet }
clusters:
${names.map((name) => `  ${name}: { gateway: { address: gw.${name}.example.com } }`).join('\n')}
topology: [{ mesh: {} }]
credentials: { sealedSecrets: { folder: sealed, scope: cluster-wide } }
`,
  'config/values.yaml': 'podLabels: { team: mesh }\n',
  ...Object.fromEntries(
    names.map((name, i) => [`config/${name}-values.yaml`, `revisionHistoryLimit: ${i}\n`]),
  ),
  ...Object.fromEntries(
    names.flatMap((source) =>
      names.map((target) => [`config/sealed/${source}/${target}.sealed`, 'QUJD'.repeat(20)]),
    ),
  ),
};

/** Runs the command in a folder of its own and gives what it wrote. */
function outputOf(flags: readonly string[], env: NodeJS.ProcessEnv = {}): Readonly<Record<string, string>> {
  const cwd = folderWith(files);
  const run = spawnSync(process.execPath, [...flags, bin, 'synth'], {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  expect({ status: run.status, err: run.stderr }).toEqual({ status: 0, err: '' });
  return treeOf(join(cwd, 'dist'));
}

/** A preload under which every folder is listed in another order. */
function listing(order: string): readonly string[] {
  const hook = join(mkdtempSync(join(tmpdir(), 'linkspan-')), 'order.cjs');
  writeFileSync(
    hook,
    `const fs = require('node:fs');
const { readdirSync } = fs;
fs.readdirSync = (...args) => readdirSync(...args).${order};
require('node:module').syncBuiltinESMExports();`,
  );
  return ['--require', hook];
}

describe('the same bytes come out', () => {
  let expected: Readonly<Record<string, string>>;
  beforeAll(() => {
    expected = outputOf([], { LC_ALL: 'C', TZ: 'UTC' });
    expect(Object.keys(expected).length).toBeGreaterThan(60);
  });

  test.each([
    ['Turkish', { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Asia/Kathmandu' }],
    ['Swedish', { LC_ALL: 'sv_SE.UTF-8', LANG: 'de_DE.UTF-8', TZ: 'America/St_Johns', NODE_ICU_DATA: '' }],
  ])('in a %s locale and another time zone', (_name, env) => {
    expect(outputOf([], env)).toEqual(expected);
  });

  test.each([
    ['backwards', 'reverse()'],
    ['in turns from both ends', 'reduce((all, each, i) => (i % 2 ? [...all, each] : [each, ...all]), [])'],
  ])('when the file system lists files %s', (_name, order) => {
    expect(outputOf(listing(order))).toEqual(expected);
  });

  test.each([1, 8])('with %i threads behind Node, as the command itself has but one', (threads) => {
    const env = { UV_THREADPOOL_SIZE: String(threads) };
    expect(outputOf([`--v8-pool-size=${threads}`], env)).toEqual(expected);
  });
});
