import type { Manifest } from '../manifests/manifest.js';
import { isSharedPart } from '../manifests/shared-part.js';
import { validatorOf } from './load.js';
import { type SchemaProblem, problemsOf } from './problem.js';
import type { SchemaError, Validator } from './validator.js';

/**
 * What is wrong with an object's structure: fields that do not exist, that are missing, of another type or content.
 *
 * Checked are the fields, types, required fields, enums, patterns and limits of the kind's own schema, unknown fields
 * at any depth included; not what an API server checks beyond the schema (formats, CEL rules, the names of things).
 * A field that is null counts as absent, as it does there. Empty for a kind without a schema: see `hasSchema`. The
 * schema must have been loaded by `loadSchemas`. The `spec` of a CRD that is frozen must be so through and through.
 */
export function validateManifest(manifest: Manifest): readonly SchemaProblem[] {
  const validator = validatorOf(manifest);
  if (validator === undefined) return none;
  if (soundParts.has(manifest)) return none;
  const problems =
    manifest.kind === largest.kind
      ? validateLargest(manifest, validator)
      : problemsOfManifest(manifest, validator);
  if (problems.length === 0 && isSharedPart(manifest)) soundParts.add(manifest);
  return problems;
}

/** Shared objects without a problem: what never changes is sound once and for all. */
const soundParts = new WeakSet();

/** The one kind whose objects are many times as large as others, and share their frozen `spec` in all clusters. */
const largest = {
  kind: 'CustomResourceDefinition',
  smallestSpec: { group: 'a', names: { kind: 'A', plural: 'as' }, scope: 'Cluster', versions: [] },
};
const soundSpecs = new WeakSet();

/** As `problemsOfManifest`, looking through a frozen `spec` only once. */
function validateLargest(manifest: Manifest, validator: Validator): readonly SchemaProblem[] {
  const { spec } = manifest;
  if (!Object.isFrozen(spec) || typeof spec !== 'object' || spec === null)
    return problemsOfManifest(manifest, validator);
  if (soundSpecs.has(spec)) return problemsOfManifest({ ...manifest, spec: largest.smallestSpec }, validator);
  const problems = problemsOfManifest(manifest, validator);
  if (problems.length === 0) soundSpecs.add(spec);
  return problems;
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
