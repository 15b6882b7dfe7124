// Builds the two artefacts: the CLI (scripts, dependencies inlined) and the library (ESM with .d.ts,
// cdk8s and constructs external). Run by `prepare`, so that `npm ci` leaves a working command.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundleCommand } from './cli/bundle.js';
import { compileKinds } from './compile-schemas.js';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

rmSync('build', { recursive: true, force: true });

compileKinds();

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  splitting: true,
  legalComments: 'none',
  define: { __LINKSPAN_VERSION__: JSON.stringify(version) },
  // CommonJS dependencies ask for Node's own modules by require
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
};

await bundleCommand('build/cli', common.define);
const keepCode = (name, ...fleets) =>
  run('scripts/cli/code-cache.js', join(root, `build/cli/${name}.js`), ...fleets);
const examples = readdirSync('examples').map((name) => `examples/${name}`);
// what nearly all fleets need, in the order of loading; then the kinds that some do
for (const name of ['synth', 'main']) keepCode(name, 'config', 'examples/monitored-pair');
keepCode('synth', ...examples);
await build({
  ...common,
  entryPoints: { index: 'lib/index.ts' },
  outdir: 'build/library',
  external: ['cdk8s', 'constructs'],
});

if (!process.argv.includes('--fast')) run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json');

/** Runs a script of Node's; ends the build with it when it fails. */
function run(...args) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
