#!/usr/bin/env node
// Starts the compiled command; in a checkout whose build is missing, builds it first.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = new URL('../build/cli/main.js', import.meta.url);
if (!existsSync(built)) {
  const script = fileURLToPath(new URL('../scripts/build.js', import.meta.url));
  const dependencies = fileURLToPath(new URL('../node_modules/esbuild', import.meta.url));
  if (!existsSync(script) || !existsSync(dependencies)) {
    process.stderr.write('linkspan is not built here. Run `npm ci` in its folder first.\n');
    process.exit(2);
  }
  process.stderr.write('linkspan: building once …\n');
  const { spawnSync } = await import('node:child_process');
  const { status } = spawnSync(process.execPath, [script], { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}
// A reader such as `head` may close the pipe early; that is no mistake, and the exit code stays the command's.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const { main } = await import(built.href);
process.exitCode = await main(process.argv.slice(2));
