import { closest } from '../../diagnostics/suggest.js';
import type { FieldPath } from '../loaded-config.js';
import { fieldText, shortened } from './field-text.js';
import { dereference, type JsonSchema } from './json-schema.js';
import type { Mistake } from './type-mistakes.js';

/** A key that the schema does not know, where it stands, and the schema of its mapping. */
export interface UnknownKey {
  readonly key: string;
  readonly value: unknown;
  /** Path of the key, itself included. */
  readonly path: FieldPath;
  readonly schema: JsonSchema;
  readonly root: JsonSchema;
  readonly hint?: KeyHint;
  /** Whether to look through the whole schema, which takes its time. */
  readonly search: boolean;
}

/** What is known of a key beyond the schema, such as how another tool spells it. */
export type KeyHint = (
  key: string,
  path: FieldPath,
) => { readonly why?: string; readonly fix: string } | undefined;

/** Deepest nesting below a mapping in which a key is searched. */
const searchDepth = 4;

/** A mapping with more keys is not listed: nobody reads on. */
const mostKeysListed = 15;

/** An unknown key in words, with what was most likely meant. */
export function unknownKey(unknown: UnknownKey): Mistake {
  const { key, path } = unknown;
  const owner = path.slice(0, -1);
  const message = `nothing reads \`${shortened(key)}\`${owner.length === 0 ? '' : ` in \`${fieldText(owner)}\``}`;
  const hinted = unknown.hint?.(key, path);
  if (hinted !== undefined) return { message, ...hinted };
  const fix =
    (unknown.search ? spelledAsPath(unknown) : undefined) ??
    neighbour(unknown) ??
    (unknown.search ? (nested(unknown) ?? elsewhere(unknown)) : undefined) ??
    known(unknown.schema);
  return { message, ...(fix === undefined ? {} : { fix }) };
}

/** A path from here that the key spells in one word, with or without the name of its mapping: `gatewayPort`. */
function spelledAsPath({ key, value, path, schema, root }: UnknownKey): string | undefined {
  const word = key.toLowerCase();
  const owner = String(path.at(-2) ?? '').toLowerCase();
  for (const below of pathsBelow(schema, root)) {
    const spelled = below.join('').toLowerCase();
    if (spelled !== word && owner + spelled !== word) continue;
    if (below.length === 1) return `write \`${below.join('.')}\``;
    return `write \`${below.join('.')}${scalarText(value)}\`, where each dot leads into a mapping`;
  }
  return undefined;
}

/** A key of the same mapping that is spelled much the same. */
function neighbour({ key, schema }: UnknownKey): string | undefined {
  const meant = closest(key, Object.keys(schema.properties ?? {}));
  return meant === undefined ? undefined : `write \`${meant}\``;
}

/** A key further down whose path reads the same: `gatewayPort` is `gateway.port`. */
function nested({ key, value, schema, root }: UnknownKey): string | undefined {
  const byJoined = new Map<string, string>();
  for (const path of pathsBelow(schema, root))
    if (path.length > 1) byJoined.set(path.join('-'), path.join('.'));
  const meant = closest(key, byJoined.keys());
  const path = meant === undefined ? undefined : byJoined.get(meant);
  if (path === undefined) return undefined;
  return `write \`${path}${scalarText(value)}\`, where each dot leads into a mapping`;
}

/**
 * Much the same key one mapping further down, or the very key at the top of the file, if it stands nowhere else.
 *
 * Words such as `name` and `enabled` stand in many places and mean something else in each.
 */
function elsewhere({ key, schema, root }: UnknownKey): string | undefined {
  const paths = pathsBelow(schema, root).filter((path) => path.length <= 2);
  const lastKeys = paths.map((path) => path.at(-1) ?? '');
  const meant = closest(key, lastKeys);
  const best = meant === undefined ? undefined : paths[lastKeys.indexOf(meant)];
  if (best !== undefined) return `it belongs at \`${best.join('.').replaceAll('.[]', '[]')}\``;
  const [only, ...others] = pathsBelow(root, root).filter((path) => path.at(-1) === key);
  if (only?.length !== 1 || others.length > 0) return undefined;
  return `it belongs at \`${key}\`, at the top of the file`;
}

function known(schema: JsonSchema): string | undefined {
  const keys = Object.keys(schema.properties ?? {});
  if (keys.length === 0) return undefined;
  if (keys.length > mostKeysListed) return 'remove it';
  return `remove it; the keys here are ${keys.map((key) => `\`${key}\``).join(', ')}`;
}

const pathsBySchema = new WeakMap<JsonSchema, string[][]>();

/** Paths of all keys below a mapping, in the order of the schema; `<name>` and `[]` stand for names and indices. */
function pathsBelow(schema: JsonSchema, root: JsonSchema): string[][] {
  let paths = pathsBySchema.get(schema);
  if (paths === undefined) {
    paths = collectPaths(schema, root, searchDepth);
    pathsBySchema.set(schema, paths);
  }
  return paths;
}

function collectPaths(reference: JsonSchema, root: JsonSchema, depth: number): string[][] {
  const schema = dereference(reference, root);
  if (depth === 0) return [];
  const paths: string[][] = [];
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    paths.push([key], ...collectPaths(property, root, depth - 1).map((path) => [key, ...path]));
  }
  for (const alternative of schema.anyOf ?? []) paths.push(...collectPaths(alternative, root, depth));
  if (schema.items !== undefined)
    paths.push(...collectPaths(schema.items, root, depth - 1).map((path) => ['[]', ...path]));
  if (typeof schema.additionalProperties === 'object') {
    paths.push(
      ...collectPaths(schema.additionalProperties, root, depth - 1).map((path) => ['<name>', ...path]),
    );
  }
  return paths;
}

function scalarText(value: unknown): string {
  return typeof value === 'number' || typeof value === 'boolean' ? `: ${String(value)}` : '';
}
