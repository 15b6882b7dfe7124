import { schemaCodes } from '../diagnostics/codes/schema.js';
import type { Diagnostic, ObjectReference } from '../diagnostics/diagnostic.js';
import type { Manifest } from '../manifests/manifest.js';
import type { SchemaProblem, SchemaProblemKind } from './problem.js';
import { validateManifest } from './validate.js';

const codes: Readonly<Record<SchemaProblemKind, keyof typeof schemaCodes>> = {
  'unknown-field': 'SCHEMA_UNKNOWN_FIELD',
  'missing-field': 'SCHEMA_MISSING_FIELD',
  type: 'SCHEMA_TYPE',
  value: 'SCHEMA_VALUE',
};

/**
 * What is wrong with an object's structure, as diagnostics that name the object and the field; see `validateManifest`.
 *
 * Reports SCHEMA_UNKNOWN_FIELD, SCHEMA_MISSING_FIELD, SCHEMA_TYPE, SCHEMA_VALUE.
 */
export function diagnoseManifest(manifest: Manifest): readonly Diagnostic[] {
  const problems = validateManifest(manifest);
  if (problems.length === 0) return sound;
  const object = referenceTo(manifest);
  return problems.map((problem) => ({
    code: codes[problem.kind],
    severity: 'error',
    message: `${object.kind} ${object.name}: ${problem.path} ${problem.message}`,
    why: schemaCodes[codes[problem.kind]].why,
    fix: fixOf(problem),
    path: problem.path,
    object,
  }));
}

const sound: readonly Diagnostic[] = [];

function fixOf({ kind, segments, suggestion, message }: SchemaProblem): string {
  if (suggestion !== undefined) return `write \`${suggestion}\` instead of \`${segments.at(-1) ?? ''}\``;
  if (kind === 'unknown-field') return 'remove the field: nothing reads it';
  if (message.startsWith('must be a quantity'))
    return 'write a number with a unit such as `m`, `k`, `M`, `Ki`, `Mi` or `Gi`, or with none';
  return 'correct the value it comes from: in the values files, the fleet, or the extra manifest';
}

/** The object's identity as far as it has one: the metadata of what is validated may be anything. */
function referenceTo({ apiVersion, kind, ...rest }: Manifest): ObjectReference {
  const metadata: unknown = rest.metadata;
  const { name, namespace } = (metadata ?? {}) as { name?: unknown; namespace?: unknown };
  return {
    apiVersion,
    kind,
    ...(typeof namespace === 'string' && { namespace }),
    name: typeof name === 'string' ? name : '(no name)',
  };
}
