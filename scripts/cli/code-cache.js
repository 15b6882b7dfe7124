// Keeps the code that V8 makes of a script of the command while it synthesizes some fleets, so that a start need not
// compile it again: a `.cache` beside each script that is used for them and has none yet. The script of all commands
// checks what it wrote, too. Another Node, or one with other flags, does not take it and compiles as it goes.
//
// node scripts/cli/code-cache.js SCRIPT CONFIG …
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';

const require = createRequire(import.meta.url);
const { load, caches } = require('../../bin/load.js');

const [script, ...fleets] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'linkspan-build-'));
// V8 forgets the code of what was not called for a while
setFlagsFromString('--no-flush-bytecode');
try {
  // what a fleet is told is for its own tests to judge
  const terminal = { out: () => undefined, err: () => undefined };
  const run = (...args) => load(script).main(args, terminal);
  for (const fleet of fleets) {
    const out = join(folder, fleet);
    await run('synth', '--config', fleet, '--out', out);
    if (basename(script) === 'main.js') await run('check', out);
  }
  setFlagsFromString('--flush-bytecode');
  for (const { file, cache } of caches()) {
    if (existsSync(file)) continue;
    writeFileSync(`${file}.part`, cache);
    renameSync(`${file}.part`, file);
  }
} finally {
  rmSync(folder, { recursive: true });
}
