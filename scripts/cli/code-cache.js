// Keeps the code that V8 makes of a script of the command while it synthesizes some fleets, so that a start need not
// compile it again: a `.cache` beside each script that is used for them and has none yet. The script of all commands
// checks what it wrote, too. Another Node, or one with other flags, does not take it and compiles as it goes.
//
// node scripts/cli/code-cache.js SCRIPT CONFIG …
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';

const require = createRequire(import.meta.url);
const { load, caches } = require('../../bin/load.js');

const [script, ...fleets] = process.argv.slice(2).map((path) => resolve(path));
const folder = mkdtempSync(join(tmpdir(), 'linkspan-build-'));
// V8 forgets the code of what was not called for a while
setFlagsFromString('--no-flush-bytecode');
try {
  for (const config of [...fleets, largeFleet(join(folder, 'large'))]) {
    const cwd = mkdtempSync(join(folder, 'run-'));
    process.chdir(cwd);
    await run('synth', '--config', config);
    if (basename(script) === 'main.js') await run('check', 'dist');
  }
  setFlagsFromString('--flush-bytecode');
  for (const { file, cache } of caches()) {
    if (existsSync(file)) continue;
    writeFileSync(`${file}.part`, cache);
    renameSync(`${file}.part`, file);
  }
} finally {
  process.chdir(tmpdir());
  rmSync(folder, { recursive: true });
}

async function run(...args) {
  // what a fleet is told is for its own tests to judge
  const terminal = { out: () => undefined, err: () => undefined };
  await load(script).main(args, terminal, { thread: join(dirname(script), 'thread.cjs') });
}

/** A fleet that is given to the thread. */
function largeFleet(config) {
  const names = Array.from({ length: 80 }, (_, i) => `c${i}`);
  const clusters = Object.fromEntries(names.map((name) => [name, {}]));
  const fleet = {
    name: 'large',
    linkerd: { release: 'edge-26.8.2' },
    clusters: { ...clusters, c0: { gateway: { address: 'gateway.example.com' } } },
    topology: [{ hubAndSpoke: { hub: 'c0' } }],
  };
  mkdirSync(config);
  writeFileSync(join(config, 'fleet.yaml'), JSON.stringify(fleet));
  for (const name of names.slice(0, 8))
    writeFileSync(join(config, `${name}-values.yaml`), 'linkerd-multicluster:\n  podLabels:\n    team: a\n');
  return config;
}
