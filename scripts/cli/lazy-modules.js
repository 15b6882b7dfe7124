// Modules that most runs of the command never need, loaded when something of them is first used. An import of a name
// that is not listed here fails the build.
import { readFileSync } from 'node:fs';
import { createRequire, builtinModules } from 'node:module';
import { dirname } from 'node:path';

const lazy = {
  yaml: {
    functions: [
      'isAlias',
      'isCollection',
      'isMap',
      'isPair',
      'isScalar',
      'isSeq',
      'parse',
      'parseAllDocuments',
      'parseDocument',
      'stringify',
    ],
    classes: ['Lexer', 'LineCounter'],
  },
  'fast-json-patch': { functions: ['applyPatch', 'deepClone'] },
  child_process: { functions: ['execFileSync', 'spawnSync'] },
  crypto: { functions: ['createHash'], classes: ['X509Certificate'] },
  net: { functions: ['isIP', 'isIPv6'] },
};

/** Their own script beside the command: what our part of it and cdk8s both use. */
export const sharedModules = ['yaml'];

/** A module that looks like another and loads it when it is called. */
function standIn(name, target) {
  const { functions, classes = [] } = lazy[name];
  return [
    `let loaded;`,
    `const load = () => (loaded ??= require(${JSON.stringify(target)}));`,
    ...functions.map((f) => `export function ${f}(...args) { return load().${f}(...args); }`),
    // what a constructor returns is what `new` gives
    ...classes.map((c) => `export function ${c}(...args) { return new (load().${c})(...args); }`),
  ].join('\n');
}

/** Puts the stand-ins in place of the modules. */
export const lazyModules = {
  name: 'lazy modules',
  setup({ onResolve, onLoad }) {
    const names = Object.keys(lazy).join('|');
    onResolve({ filter: new RegExp(`^(node:)?(${names})$`) }, ({ path, importer, namespace }) => {
      const name = path.replace(/^node:/, '');
      if (namespace === 'stand-in') return undefined;
      return { path: `${name} for ${importer}`, namespace: 'stand-in', pluginData: { name, importer } };
    });
    onResolve({ filter: /^\.\/shared\// }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /./, namespace: 'stand-in' }, ({ pluginData: { name, importer } }) => ({
      contents: standIn(name, targetOf(name, importer)),
      resolveDir: dirname(importer),
    }));
  },
};

function targetOf(name, importer) {
  if (builtinModules.includes(name) || !sharedModules.includes(name)) return name;
  // a dependency may have a copy of its own; of the same version, one is enough
  const isOurs = versionOf(name, importer) === versionOf(name, import.meta.url);
  return isOurs ? `./shared/${name}.js` : name;
}

function versionOf(name, importer) {
  const path = createRequire(importer).resolve(`${name}/package.json`);
  return JSON.parse(readFileSync(path, 'utf8')).version;
}
