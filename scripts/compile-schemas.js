// Compiles JSON Schemas to standalone validators with ajv: plain JavaScript that needs neither ajv nor the schemas at
// run time. Part of the build; the results are not kept in git. `node scripts/compile-schemas.js` compiles those of
// `validators` below.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { _, Ajv, stringify } from 'ajv';
import { slimCode } from './schemas/slim-code.js';
import { splitModules } from './schemas/split-modules.js';
import { kindModules, moduleOfKind } from './schemas/kind-modules.js';

// CommonJS inside of ajv
const require = createRequire(import.meta.url);
const { default: standaloneCode } = require('ajv/dist/standalone');
const { default: additionalProperties } = require('ajv/dist/vocabularies/applicator/additionalProperties');
const { default: properties } = require('ajv/dist/vocabularies/applicator/properties');

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Compiles the validators of Kubernetes objects: lib/schemas/sources/ to lib/schemas/generated/. Does nothing when
 * neither the sources nor the scripts have changed since the last time.
 */
export function compileKinds() {
  const sources = join(root, 'lib/schemas/sources');
  const out = join(root, 'lib/schemas/generated');
  const stamp = join(out, 'made-from.txt');
  const digest = digestOf([sources, join(root, 'scripts/schemas'), fileURLToPath(import.meta.url)]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;

  const schemas = {};
  const kinds = {};
  for (const file of readdirSync(sources).sort()) {
    const { definitions, kinds: own } = JSON.parse(readFileSync(join(sources, file), 'utf8'));
    schemas[file] = { $id: file, definitions };
    for (const [kind, name] of Object.entries(own)) {
      kinds[kind] = { ref: `${file}#/definitions/${name}`, file };
      definitions[`${name} less its parts`] = withoutParts(definitions[name]);
    }
  }
  const exported = {};
  const modules = {};
  Object.entries(kinds).forEach(([kind, { ref, file }], i) => {
    exported[`kind${i}`] = ref;
    exported[`rest${i}`] = `${ref} less its parts`;
    (modules[moduleOfKind(kind, file)] ??= []).push(`kind${i}`, `rest${i}`);
  });
  compileSchemas({ schemas: Object.values(schemas), exported, modules, out });
  writeFileSync(join(out, 'kinds.js'), kindModules(Object.keys(kinds), modules));
  writeFileSync(
    join(out, 'kinds.d.ts'),
    "import type { KindModule } from '../validator.js';\nexport declare const kindModules: readonly KindModule[];\n",
  );
  writeFileSync(stamp, digest);
}

/**
 * The schema of a kind that takes anything for its parts: `spec`, `rules`, all but what says which object it is.
 *
 * An object is valid if it is so by this and each part is by its own schema; so no keyword may look at several fields.
 */
function withoutParts({ properties, ...schema }) {
  const others = Object.keys(schema).filter((keyword) => !fieldwise.has(keyword));
  if (others.length > 0) throw new Error(`a kind whose fields depend on each other: ${others.join()}`);
  const fields = Object.entries(properties).map(([name, field]) => [name, identity.has(name) ? field : {}]);
  return { ...schema, properties: Object.fromEntries(fields) };
}

/** Keywords that look at each field by itself, or at none. */
const fieldwise = new Set(['type', 'required', 'additionalProperties', 'description']);
const identity = new Set(['apiVersion', 'kind', 'metadata']);

/** Digest of files, and of all files in folders. */
function digestOf(paths) {
  const hash = createHash('sha256');
  const files = paths.flatMap((path) =>
    statSync(path).isDirectory()
      ? readdirSync(path)
          .sort()
          .map((name) => join(path, name))
      : [path],
  );
  for (const file of files)
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
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
  ajv.removeKeyword('properties').addKeyword(knownFields);
  ajv.addSchema(schemas);
  const code = slimCode(standaloneCode(ajv, exported));
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const [name, text] of Object.entries(splitModules(code, modules))) {
    writeFileSync(join(out, `${name}.js`), text);
  }
  for (const [name, validators] of Object.entries(modules)) {
    writeFileSync(join(out, `${name}.d.ts`), declarations(validators));
  }
}

/**
 * `properties` of an object that has no others: goes through the fields it has, of which there are few, rather than
 * through those it may have, which a pod has by the dozen; and not again through those of a shared part, which never
 * changes, once they were found sound. Errors about others tell all names: `params.known`.
 */
const knownFields = {
  ...properties,
  trackErrors: true,
  code(cxt) {
    const { gen, data, it, schema, parentSchema } = cxt;
    if (!isClosed(parentSchema)) return properties.code(cxt);
    const names = Object.keys(schema).sort();
    const known = gen.scopeValue('obj', {
      key: names.join(),
      ref: new Map(),
      code: _`indexed0(${stringify(names)})`,
    });
    const unknown = new cxt.constructor(it, unknownField, 'additionalProperties');
    const part = gen.const('part', _`parts0.areShared(${data})`);
    const id = ++closedObjects;
    gen.if(_`!${part} || sound0.get(${data}) !== ${id}`, () => {
      gen.forIn('key', data, (key) => {
        // the generator knows no `switch`: its lines are put together as they are, each ended by a semicolon
        gen.code(_`switch (${known}.get(${key})) { default:`);
        unknown.setParams({ additionalProperty: key, known });
        unknown.error();
        names.forEach((name, i) => {
          gen.code(_`break; case ${i}:`);
          // JavaScript may say of a field that there is none
          gen.if(_`${data}[${name}] !== undefined`, () => {
            cxt.subschema({ keyword: 'properties', schemaProp: name, dataProp: name }, gen.name('valid'));
          });
        });
        gen.code(_`}`);
      });
      gen.if(_`${part} && ${cxt.errsCount} === errors`, () => gen.code(_`sound0.set(${data}, ${id})`));
    });
  },
};

/** How many objects have been told apart, in all schemas. */
let closedObjects = 0;

const isClosed = ({ properties, patternProperties, additionalProperties }) =>
  additionalProperties === false && properties !== undefined && patternProperties === undefined;

/** `additionalProperties`, of which `knownFields` takes care where it is false. */
const unknownField = {
  ...additionalProperties,
  code(cxt) {
    if (!isClosed(cxt.parentSchema)) additionalProperties.code(cxt);
  },
  error: {
    ...additionalProperties.error,
    params: ({ params: { additionalProperty, known = _`indexed0([])` } }) =>
      _`{additionalProperty: ${additionalProperty}, known: ${known}}`,
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

/** For vitest, which runs the sources: the validators must be there before. */
export function setup() {
  compileKinds();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) compileKinds();
