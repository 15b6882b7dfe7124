import { byCodeUnits } from '../diagnostics/order.js';
import { closest } from '../diagnostics/suggest.js';
import type { SchemaError } from './validator.js';

/** What is wrong with a value: a field that nothing reads, one that is missing, another type, or another content. */
export type SchemaProblemKind = 'unknown-field' | 'missing-field' | 'type' | 'value';

/** One place where a value does not fit its schema. */
export interface SchemaProblem {
  readonly kind: SchemaProblemKind;
  /** Place of the value, or of the field that is unknown or missing: keys, and indexes from 0. */
  readonly segments: readonly (string | number)[];
  /** The same as text: `spec.ports[0].port`. */
  readonly path: string;
  /** The keyword of JSON Schema behind it, such as `additionalProperties` or `pattern`. */
  readonly keyword: string;
  /** What is wrong, as the end of a sentence that begins with the path; never holds the value itself. */
  readonly message: string;
  /** For an unknown field: the one that was most likely meant. */
  readonly suggestion?: string;
}

/** The errors of a validator about `value` as problems, sorted by path, each once. */
export function problemsOf(value: unknown, errors: readonly SchemaError[]): SchemaProblem[] {
  const problems = new Map<string, SchemaProblem>();
  for (const error of errors) {
    // says only that one of the branches failed, whose own errors are there too
    if (error.keyword === 'if') continue;
    const problem = problemOf(value, error);
    problems.set(`${problem.path} ${problem.message}`, problem);
  }
  return [...problems.values()].sort(
    (a, b) => byCodeUnits(a.path, b.path) || byCodeUnits(a.message, b.message),
  );
}

function problemOf(root: unknown, { instancePath, keyword, params }: SchemaError): SchemaProblem {
  const { segments: place, value } = follow(root, instancePath);
  const at = (segments: readonly (string | number)[]) => ({ keyword, segments, path: pathText(segments) });
  switch (keyword) {
    case 'additionalProperties': {
      const field = String(params.additionalProperty);
      const suggestion = closest(field, missingOf(value, params.known as ReadonlyMap<string, number>));
      const problem = { kind: 'unknown-field', message: 'is no field that exists here' } as const;
      return { ...problem, ...at([...place, field]), ...(suggestion !== undefined && { suggestion }) };
    }
    case 'required': {
      const segments = [...place, String(params.missingProperty)];
      return { kind: 'missing-field', message: 'is missing', ...at(segments) };
    }
    case 'type':
      return {
        kind: 'type',
        message: `must be ${typeNames(params.type)}, not ${typeName(value)}`,
        ...at(place),
      };
    default:
      return { kind: 'value', message: demand(keyword, params), ...at(place) };
  }
}

/** Fields that exist and that the object does not have yet. */
function missingOf(value: unknown, known: ReadonlyMap<string, number>): string[] {
  return [...known.keys()].filter(
    (field) => typeof value !== 'object' || value === null || !(field in value),
  );
}

function follow(root: unknown, pointer: string): { segments: (string | number)[]; value: unknown } {
  const segments: (string | number)[] = [];
  let value = root;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    segments.push(Array.isArray(value) ? Number(key) : key);
    value = (value as Record<string, unknown> | undefined)?.[key];
  }
  return { segments, value };
}

/** `spec.ports[0].port`; a key that is no word stands in brackets: `data["a.b"]`. */
function pathText(segments: readonly (string | number)[]): string {
  let text = '';
  for (const segment of segments) {
    if (typeof segment === 'number') text += `[${segment}]`;
    else if (/^[\w-]+$/.test(segment)) text += text === '' ? segment : `.${segment}`;
    else text += `[${JSON.stringify(segment)}]`;
  }
  return text;
}

function typeNames(types: unknown): string {
  return [types].flat().join(' or ');
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value;
}

/** The pattern of a quantity, which tells nobody what to write. */
const quantity = '^[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?\\d+)?$';

function demand(keyword: string, params: Readonly<Record<string, unknown>>): string {
  const limit = String(params.limit);
  switch (keyword) {
    case 'const':
      return `must be ${JSON.stringify(params.allowedValue)}`;
    case 'enum':
      return `must be one of ${(params.allowedValues as unknown[]).map((value) => JSON.stringify(value)).join(', ')}`;
    case 'pattern':
      if (params.pattern === quantity) return 'must be a quantity, such as 100m, 0.5 or 64Mi';
      return `must match ${String(params.pattern)}`;
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return `must be ${String(params.comparison)} ${limit}`;
    case 'minLength':
      return `must have at least ${limit} characters`;
    case 'maxLength':
      return `must have at most ${limit} characters`;
    case 'minItems':
    case 'minProperties':
      return `must have at least ${limit} entries`;
    case 'maxItems':
    case 'maxProperties':
      return `must have at most ${limit} entries`;
    case 'multipleOf':
      return `must be a multiple of ${String(params.multipleOf)}`;
    case 'oneOf':
      return 'must fit exactly one of the forms that are allowed here';
    case 'anyOf':
      return 'must fit one of the forms that are allowed here';
    default:
      return 'has a form that is not allowed here';
  }
}
