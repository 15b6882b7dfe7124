// Modules that most runs of the command never need, loaded when a function of theirs is first called.
import { readFileSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { dirname } from 'node:path';

/** A script of its own beside the command: our part of it uses it, and cdk8s does. */
export const sharedModules = ['yaml'];

const lazy = [...sharedModules, 'fast-json-patch', 'child_process', 'crypto', 'net'];

/** Puts stand-ins in place of the modules. */
export const lazyModules = {
  name: 'lazy modules',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^(node:)?(${lazy.join('|')})$`) }, ({ path, importer, namespace }) => {
      if (namespace === 'stand-in') return undefined;
      const name = path.replace(/^node:/, '');
      const target = targetOf(name, importer);
      return { path: `${name} by ${target}`, namespace: 'stand-in', pluginData: { name, target, importer } };
    });
    onResolve({ filter: /^\.\/shared\// }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /./, namespace: 'stand-in' }, ({ pluginData: { name, target, importer } }) => ({
      contents: standIn(createRequire(importer)(name), target),
      resolveDir: dirname(importer),
    }));
  },
};

/**
 * Text of a module with the functions and classes of another, which loads that one when it is called.
 *
 * Other values of the module are left out: an import of one fails the build.
 */
function standIn(module, target) {
  const names = Object.keys(module).filter(
    (name) => typeof module[name] === 'function' && name !== 'default',
  );
  return [
    `let loaded;`,
    `const load = () => (loaded ??= require(${JSON.stringify(target)}));`,
    ...names.map((name) =>
      /^[A-Z]/.test(name)
        ? // what a constructor returns is what `new` gives
          `export function ${name}(...args) { return new (load().${name})(...args); }`
        : `export function ${name}(...args) { return load().${name}(...args); }`,
    ),
  ].join('\n');
}

function targetOf(name, importer) {
  if (builtinModules.includes(name) || !sharedModules.includes(name)) return name;
  // a dependency may have a copy of its own; of the same version, one is enough
  const isOurs = versionOf(name, importer) === versionOf(name, import.meta.url);
  return isOurs ? `./shared/${name}.js` : dirname(packageOf(name, importer));
}

function versionOf(name, importer) {
  return JSON.parse(readFileSync(packageOf(name, importer), 'utf8')).version;
}

function packageOf(name, importer) {
  return createRequire(importer).resolve(`${name}/package.json`);
}
