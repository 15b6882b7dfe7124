#!/usr/bin/env node
// Starts the compiled command; in a checkout whose build is missing, builds it first.
'use strict';
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { load } = require('./load.js');
const { expect } = require('./engine.js');

const root = join(__dirname, '..');
const args = process.argv.slice(2);
const built = join(root, 'build/cli', args[0] === 'synth' ? 'synth.js' : 'main.js');
if (!existsSync(built)) build();

const { main, isPrinting } = load(built);
main(args, undefined, { thread: join(root, 'build/cli/thread.cjs'), expect }).then((code) => {
  process.exitCode = code;
  // all is done: nobody need wait until V8 has given back its memory piece by piece
  if (!isPrinting()) process.exit();
});

function build() {
  const script = join(root, 'scripts/build.js');
  if (!existsSync(script) || !existsSync(join(root, 'node_modules/esbuild'))) {
    process.stderr.write('linkspan is not built here. Run `npm ci` in its folder first.\n');
    process.exit(2);
  }
  process.stderr.write('linkspan: building once …\n');
  const { spawnSync } = require('node:child_process');
  const { status } = spawnSync(process.execPath, [script], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}
