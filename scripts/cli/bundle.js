// Bundles the command: build/cli/main.js, build/cli/synth.js for its most common use, and beside them the validators, one
// script for each group of kinds.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import { lazyModules, sharedModules } from './lazy-modules.js';
import { leanSchemas } from './lean-schemas.js';

/** What `lib/schemas/generated` holds besides validators. */
const noValidators = ['kinds.js', 'shared.js'];

/** Where the digest of the whole build comes to stand. */
const buildName = '@name-of-the-build@';

/**
 * Functions rather than modules: `bin/load.js` compiles the scripts, calls them and gives them their `require`.
 *
 * Names stay as they are and lines short, as stack traces of our mistakes show them.
 */
const scripts = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minifySyntax: true,
  minifyWhitespace: true,
  lineLimit: 120,
  legalComments: 'none',
  banner: { js: '(function(require,module,exports,__filename){' },
  footer: { js: '})' },
  // `import()` becomes `require` at the same place: a script has no loader of modules behind it
  supported: { 'dynamic-import': false },
  write: false,
};

/** The scripts of the command line: each has copies of what it shares with others, and a run loads one of the first two. */
export const commandLine = () => ({
  ...scripts,
  entryPoints: {
    main: 'lib/cli/main.ts',
    synth: 'lib/cli/synth-main.ts',
    prediction: 'lib/simulator/prediction-command.ts',
    reach: 'lib/simulator/reach-command.ts',
  },
  plugins: [validatorsApart, leanSchemas, simulatorApart, lazyModules],
});

/** Writes the command to the folder `out`; `define` as for esbuild. */
export async function bundleCommand(out, define) {
  const generated = 'lib/schemas/generated';
  const validators = readdirSync(generated).filter(
    (name) => name.endsWith('.js') && !noValidators.includes(name),
  );
  const kinds = await build({
    ...scripts,
    // nobody wrote the names in them
    minifyIdentifiers: true,
    entryPoints: validators.map((name) => join(generated, name)),
    outdir: join(out, 'kinds'),
  });
  const thread = await build({
    ...scripts,
    banner: {},
    footer: {},
    entryPoints: { thread: 'lib/files/thread.ts' },
    outdir: out,
    outExtension: { '.js': '.cjs' },
    plugins: [lazyModules],
  });
  const shared = await build({ ...scripts, entryPoints: sharedModules, outdir: join(out, 'shared') });
  const main = await build({
    ...commandLine(),
    outdir: out,
    define: { ...define, __LINKSPAN_BUILD__: JSON.stringify(buildName) },
  });
  const files = [...kinds.outputFiles, ...shared.outputFiles, ...thread.outputFiles, ...main.outputFiles];
  const digest = createHash('sha256');
  for (const { path, contents } of files) digest.update(basename(path)).update('\0').update(contents);
  const name = digest.digest('hex').slice(0, buildName.length);
  for (const { path, text } of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, asciiOf(text.replace(buildName, name)));
  }
}

const validatorsApart = {
  name: 'validators apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\// }, ({ path, importer }) =>
      importer.endsWith('/generated/kinds.js')
        ? { path: `./kinds/${basename(path)}`, external: true }
        : undefined,
    );
  },
};

const simulatorApart = {
  name: 'simulator apart',
  setup({ onResolve }) {
    onResolve({ filter: /\/simulator\/[a-z]+-command\.js$/ }, ({ path }) => ({
      path: `./${basename(path).replace('-command', '')}`,
      external: true,
    }));
  },
};

/** The same script in ASCII, a byte of memory for each character: esbuild escapes all but regular expressions. */
function asciiOf(text) {
  return text.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
