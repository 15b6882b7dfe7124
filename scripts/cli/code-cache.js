// Keeps the code that V8 makes of the command in a synth, so that a start need not compile it again: a `.cache` beside
// each script. Another Node, or one with other flags, rejects the cache and compiles as it goes.
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const { load, caches } = require('../../bin/load.js');

const [main] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'linkspan-build-'));
try {
  const terminal = { out: () => undefined, err: (text) => process.stderr.write(text) };
  const run = (...args) => load(main).main(args, terminal);
  const code = await run('synth', '--config', 'config', '--out', join(folder, 'dist'));
  if (code !== 0) throw new Error(`synth ended with ${code}`);
  for (const { file, cache } of caches()) {
    writeFileSync(`${file}.part`, cache);
    renameSync(`${file}.part`, file);
  }
} finally {
  rmSync(folder, { recursive: true });
}
