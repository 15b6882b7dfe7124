// JSON Schemas of custom kinds: the structure of a CustomResourceDefinition, without its prose.
import { parse } from 'yaml';

const objectMeta = 'kubernetes.json#/definitions/ObjectMeta';

/** What a file of `lib/schemas/sources/` has to hold for the text of a CRD; served versions only. */
export function crdSchemas(text, { repository, release, path }) {
  const { spec } = parse(text);
  const kinds = {};
  const roots = {};
  for (const { name, served, schema } of spec.versions) {
    if (!served) continue;
    const apiVersion = `${spec.group}/${name}`;
    const root = `${spec.names.kind}.${name}`;
    kinds[`${apiVersion}/${spec.names.kind}`] = root;
    roots[root] = object(structure(schema.openAPIV3Schema), apiVersion, spec.names.kind);
  }
  return { source: { repository, release, path }, kinds, definitions: shareRepeated(roots) };
}

/** The root of an object: its own name and metadata are Kubernetes' matter, not the CRD's. */
function object(schema, apiVersion, kind) {
  const own = Object.entries(schema.properties ?? {}).filter(([name]) => !general.includes(name));
  return {
    ...schema,
    properties: {
      apiVersion: { const: apiVersion },
      kind: { const: kind },
      metadata: { $ref: objectMeta, required: ['name'] },
      ...Object.fromEntries(own),
    },
    required: [...new Set(['apiVersion', 'kind', 'metadata', ...(schema.required ?? [])])],
  };
}

const general = ['apiVersion', 'kind', 'metadata'];

/** Keywords that JSON Schema reads as the API server does. Formats, defaults and CEL rules are not checked. */
const kept = [
  'enum',
  'maximum',
  'minimum',
  'maxItems',
  'minItems',
  'maxLength',
  'minLength',
  'maxProperties',
  'minProperties',
  'multipleOf',
  'pattern',
  'required',
];

/** A structural schema as a JSON Schema that refuses the fields an API server would prune. */
function structure(schema, isValue = true) {
  const result = {};
  const type = schema['x-kubernetes-int-or-string'] ? ['integer', 'string'] : schema.type;
  if (type !== undefined) result.type = schema.nullable ? [type, 'null'].flat() : type;
  for (const keyword of kept) if (schema[keyword] !== undefined) result[keyword] = schema[keyword];
  if (result.pattern !== undefined) result.pattern = ecmaPattern(result.pattern);
  if (schema.nullable && result.enum) result.enum = [...result.enum, null];
  if (schema.exclusiveMaximum) result.exclusiveMaximum = take(result, 'maximum');
  if (schema.exclusiveMinimum) result.exclusiveMinimum = take(result, 'minimum');
  if (schema.items) result.items = structure(schema.items, isValue);
  for (const junctor of ['allOf', 'anyOf', 'oneOf']) {
    // int-or-string says in anyOf what its type says here already
    const parts = (schema[junctor] ?? []).filter(
      (part) => !schema['x-kubernetes-int-or-string'] || !part.type,
    );
    if (parts.length > 0) result[junctor] = parts.map((part) => structure(part, false));
  }
  if (schema.not) result.not = structure(schema.not, false);
  if (schema.properties) {
    result.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, property]) => [name, structure(property, isValue)]),
    );
  }
  if (typeof schema.additionalProperties === 'object') {
    result.additionalProperties = structure(schema.additionalProperties, isValue);
  }
  if (isValue && schema['x-kubernetes-embedded-resource']) embed(result);
  const isOpen = schema['x-kubernetes-preserve-unknown-fields'] || schema.additionalProperties !== undefined;
  if (isValue && schema.type === 'object' && !isOpen) result.additionalProperties = false;
  return result;
}

/** A pattern of Go as one of JavaScript, which knows no `(?i)`: each letter becomes a class of its two cases. */
function ecmaPattern(pattern) {
  if (!pattern.includes('(?i)')) return pattern;
  const [before, after] = pattern.split('(?i)');
  if (/[\\[]/.test(after)) throw new Error(`no way to make ${pattern} blind to case`);
  return before + after.replace(/[A-Za-z]/g, (c) => `[${c.toLowerCase()}${c.toUpperCase()}]`);
}

/** A whole object inside another: apiVersion, kind and metadata may stand there even if the schema is silent. */
function embed(result) {
  result.properties = {
    ...result.properties,
    apiVersion: { type: 'string' },
    kind: { type: 'string' },
    metadata: { $ref: objectMeta },
  };
  result.required = [...new Set(['apiVersion', 'kind', ...(result.required ?? [])])];
}

function take(object, key) {
  const value = object[key];
  delete object[key];
  return value;
}

/** Definitions in which a part that stands in several places stands once, under the name of its field. */
function shareRepeated(roots) {
  const counts = new Map();
  const count = (schema) => {
    counts.set(JSON.stringify(schema), (counts.get(JSON.stringify(schema)) ?? 0) + 1);
    return mapParts(schema, count);
  };
  for (const root of Object.values(roots)) mapParts(root, count);

  const definitions = {};
  const names = new Map();
  const share = (schema, field) => {
    const key = JSON.stringify(schema);
    if (key.length < worthSharing || counts.get(key) === 1) return mapParts(schema, share, field);
    if (!names.has(key)) {
      const name = freeName(field, definitions);
      names.set(key, name);
      definitions[name] = {};
      definitions[name] = mapParts(schema, share, field);
    }
    return { $ref: `#/definitions/${names.get(key)}` };
  };
  for (const [name, root] of Object.entries(roots)) definitions[name] = mapParts(root, share, 'spec');
  return definitions;
}

/** Characters of JSON from which on a part that repeats gets a definition. */
const worthSharing = 150;

function freeName(field, definitions) {
  let name = field;
  for (let i = 2; name in definitions; i++) name = `${field}${i}`;
  return name;
}

/** A copy of a schema whose direct parts went through `change(part, name of the field it describes)`. */
function mapParts(schema, change, field) {
  const copy = { ...schema };
  if (schema.properties) {
    copy.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, part]) => [name, change(part, name)]),
    );
  }
  for (const keyword of ['items', 'additionalProperties', 'not']) {
    if (typeof schema[keyword] === 'object') copy[keyword] = change(schema[keyword], field);
  }
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    if (schema[keyword]) copy[keyword] = schema[keyword].map((part) => change(part, field));
  }
  return copy;
}
