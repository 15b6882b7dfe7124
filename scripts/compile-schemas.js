// Compiles JSON Schemas to standalone validators with ajv: plain JavaScript that needs neither ajv nor the schemas at
// run time. Part of the build; the results are not kept in git. `node scripts/compile-schemas.js` compiles those of
// `validators` below.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _, Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import additionalProperties from 'ajv/dist/vocabularies/applicator/additionalProperties.js';
import { splitModules } from './schemas/split-modules.js';
import { kindModules, moduleOfKind } from './schemas/kind-modules.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Compiles the validators of Kubernetes objects: lib/schemas/sources/ to lib/schemas/generated/. */
export function compileKinds() {
  const sources = join(root, 'lib/schemas/sources');
  const schemas = {};
  const kinds = {};
  for (const file of readdirSync(sources).sort()) {
    const { definitions, kinds: own } = JSON.parse(readFileSync(join(sources, file), 'utf8'));
    schemas[file] = { $id: file, definitions };
    for (const [kind, name] of Object.entries(own))
      kinds[kind] = { ref: `${file}#/definitions/${name}`, file };
  }
  const exported = {};
  const modules = {};
  Object.entries(kinds).forEach(([kind, { ref, file }], i) => {
    exported[`kind${i}`] = ref;
    (modules[moduleOfKind(kind, file)] ??= []).push(`kind${i}`);
  });
  const out = join(root, 'lib/schemas/generated');
  compileSchemas({ schemas: Object.values(schemas), exported, modules, out });
  writeFileSync(join(out, 'kinds.js'), kindModules(Object.keys(kinds), modules));
  writeFileSync(
    join(out, 'kinds.d.ts'),
    "import type { KindModule } from '../validator.js';\nexport declare const kindModules: readonly KindModule[];\n",
  );
}

/**
 * Compiles schemas to ES modules in the folder `out`, which is emptied first.
 *
 * `schemas` have an `$id` each; `exported` maps the name of a validator to a reference such as
 * `fleet.json#/definitions/Fleet`; `modules` maps the name of a file to the validators that it exports. What several
 * modules need stands in modules of its own, once. Every validator reports all errors, without words, and refuses
 * unknown formats at compile time.
 */
export function compileSchemas({ schemas, exported, modules, out }) {
  const ajv = new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    inlineRefs: false,
    messages: false,
    strict: true,
    strictRequired: false,
    strictTypes: false,
    unicodeRegExp: false,
    code: { source: true, esm: true, lines: false, optimize: 2 },
  });
  ajv.removeKeyword('additionalProperties').addKeyword(unknownField);
  ajv.addSchema(schemas);
  const code = standaloneCode.default(ajv, exported);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const [name, text] of Object.entries(splitModules(code, modules))) {
    writeFileSync(join(out, `${name}.js`), text);
  }
  for (const [name, validators] of Object.entries(modules)) {
    writeFileSync(join(out, `${name}.d.ts`), declarations(validators));
  }
}

/** `additionalProperties`, whose errors also tell the fields there are: `params.known`, with commas between. */
const unknownField = {
  ...additionalProperties.default,
  error: {
    ...additionalProperties.default.error,
    params: ({ params, parentSchema }) =>
      _`{additionalProperty: ${params.additionalProperty}, known: ${Object.keys(parentSchema.properties ?? {})}}`,
  },
};

function declarations(validators) {
  return [
    'interface SchemaError { instancePath: string; schemaPath: string; keyword: string; params: Record<string, unknown> }',
    'type Validator = ((data: unknown) => boolean) & { errors?: SchemaError[] | null };',
    ...validators.map((name) => `export declare const ${name}: Validator;`),
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) compileKinds();
