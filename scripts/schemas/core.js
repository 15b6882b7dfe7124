// JSON Schemas of Kubernetes' own kinds, from the types of the package `kubernetes-types`.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';
import { correct } from './core-corrections.js';
import { coreKinds } from './core-kinds.js';

const packageFolder = 'node_modules/kubernetes-types';

/** What `lib/schemas/sources/kubernetes.json` has to hold. */
export function coreSchemas() {
  const kinds = Object.entries(coreKinds).flatMap(([file, names]) => names.map((name) => ({ file, name })));
  const definitions = generate(kinds);
  refuseClashes(definitions);
  correct(
    definitions,
    kinds.map(({ name }) => name),
  );
  const { version } = JSON.parse(readFileSync(`${packageFolder}/package.json`, 'utf8'));
  return {
    source: { package: 'kubernetes-types', version },
    kinds: Object.fromEntries(
      kinds.map(({ name }) => [`${definitions[name].properties.apiVersion.const}/${name}`, name]),
    ),
    definitions,
  };
}

function generate(kinds) {
  // inside node_modules, so that the types are found from there
  const folder = mkdtempSync('node_modules/.linkspan-schemas-');
  try {
    const path = join(folder, 'kinds.ts');
    const lines = kinds.map(
      ({ file, name }) =>
        `import type { ${name} as T${name} } from 'kubernetes-types/${file}';\nexport type Root${name} = T${name};`,
    );
    writeFileSync(path, lines.join('\n'));
    const { definitions } = createGenerator({
      path,
      type: '*',
      expose: 'all',
      jsDoc: 'none',
      additionalProperties: false,
      skipTypeCheck: true,
    }).createSchema('*');
    for (const { name } of kinds) delete definitions[`Root${name}`];
    return definitions;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The generator takes two types of one name for the same. */
function refuseClashes(definitions) {
  const homes = new Map();
  for (const file of [...Object.keys(coreKinds), 'meta/v1']) {
    const text = readFileSync(`${packageFolder}/${file}.d.ts`, 'utf8');
    for (const [, name] of text.matchAll(/^export (?:interface|type) (\w+)/gm)) {
      if (homes.has(name) && name in definitions) {
        throw new Error(`${name} stands in ${homes.get(name)} and in ${file}: one of them must go`);
      }
      homes.set(name, file);
    }
  }
}
