import type { Manifest } from '../manifests/manifest.js';
import { isSharedPart } from '../manifests/shared-part.js';
import { validatorsOf } from './load.js';
import { type SchemaProblem, problemsOf } from './problem.js';
import type { SchemaError, Validator } from './validator.js';

/**
 * What is wrong with an object's structure: fields that do not exist, that are missing, of another type or content.
 *
 * Checked are the fields, types, required fields, enums, patterns and limits of the kind's own schema, unknown fields
 * at any depth included; not what an API server checks beyond the schema (formats, CEL rules, the names of things).
 * A field that is null counts as absent, as it does there. Empty for a kind without a schema: see `hasSchema`. The
 * schema must have been loaded by `loadSchemas`. What is a shared part is looked through once for each kind.
 */
export function validateManifest(manifest: Manifest): readonly SchemaProblem[] {
  const validators = validatorsOf(manifest);
  if (validators === undefined || soundObjects.has(manifest)) return none;
  const { whole, rest, sound } = validators;
  // most objects differ from cluster to cluster in a label, and are made of parts that do not
  const isSound = isOfSoundParts(manifest, sound) && rest(manifest);
  const problems = isSound ? none : problemsOfManifest(manifest, whole);
  if (problems.length === 0 && isSharedPart(manifest)) soundObjects.add(manifest);
  if (problems.length === 0 && !isSound) {
    for (const name in manifest) {
      const part = (manifest as unknown as Fields)[name];
      if (typeof part === 'object' && part !== null && isSharedPart(part)) sound.set(part, name);
    }
  }
  return problems;
}

/** Shared objects without a problem: what never changes is sound once and for all. */
const soundObjects = new WeakSet();

function isOfSoundParts(manifest: Manifest, sound: WeakMap<object, string>): boolean {
  for (const name in manifest) {
    if (name === 'metadata' || name === 'kind' || name === 'apiVersion') continue;
    const part = (manifest as unknown as Fields)[name];
    if (typeof part !== 'object' || part === null || sound.get(part) !== name) return false;
  }
  return true;
}

function problemsOfManifest(manifest: Manifest, validator: Validator): readonly SchemaProblem[] {
  if (validator(manifest)) return none;
  const errors = validator.errors ?? [];
  const [stripped, strippedErrors] = withoutNulls(manifest, errors, validator);
  return problemsOf(stripped, strippedErrors);
}

const none: readonly SchemaProblem[] = [];

/** The object without the null fields that its schema refuses, and the errors that are left then. */
function withoutNulls(
  manifest: unknown,
  errors: readonly SchemaError[],
  validator: Validator,
): [unknown, readonly SchemaError[]] {
  const copy = structuredClone(manifest);
  let removed = false;
  for (const { instancePath, keyword, params } of errors) {
    const parts = instancePath.split('/').slice(1).map(unescaped);
    if (keyword === 'additionalProperties') parts.push(String(params.additionalProperty));
    const field = parts.pop();
    const parent = parts.reduce<unknown>((value, part) => (value as Fields | undefined)?.[part], copy);
    if (field === undefined || !isFields(parent) || !(field in parent)) continue;
    // an unknown field stays unknown if it is null, but undefined is only how JavaScript says that there is none
    const isAbsent =
      keyword === 'additionalProperties' ? parent[field] === undefined : parent[field] === null;
    if (isAbsent || parent[field] === undefined) {
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a copy of our own, of any shape
      delete parent[field];
      removed = true;
    }
  }
  if (!removed) return [manifest, errors];
  return validator(copy) ? [copy, []] : [copy, validator.errors ?? []];
}

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unescaped(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}
