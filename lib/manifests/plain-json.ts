import { sortedKeys } from './key-order.js';
import type { Manifest } from './manifest.js';
import { isSharedPart } from './shared-part.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * A manifest as cdk8s would render it, in one pass: API version, kind and metadata first, keys sorted at every depth,
 * null and undefined dropped from maps. Lists keep their nulls.
 *
 * Undefined when the manifest holds what only cdk8s itself can render: a Lazy, a token, a class instance. What is
 * in that form already is not copied, so a result may share its parts, or all of it, with what was given.
 */
export function plainManifest(manifest: Manifest): Manifest | undefined {
  if (isSharedPart(manifest)) return manifest;
  try {
    if (hasPlainForm(manifest)) return manifest;
    const { apiVersion, kind } = manifest;
    const metadata = plain(manifest.metadata);
    if (metadata === undefined) return undefined;
    const result: Record<string, unknown> = { apiVersion, kind, metadata };
    for (const key of sortedKeys(manifest)) {
      if (leading.includes(key)) continue;
      const value = plain(manifest[key]);
      if (value !== undefined) result[key] = value;
    }
    return result as unknown as Manifest;
  } catch (error) {
    if (error === notPlain) return undefined;
    throw error;
  }
}

const leading = ['apiVersion', 'kind', 'metadata'];

/** Whether a manifest is as it should be, which nearly all are: nothing is allocated to find out. */
function hasPlainForm(manifest: Manifest): boolean {
  let position = 0;
  let before = '';
  for (const key in manifest) {
    const isLeading = position < leading.length;
    if (isLeading ? key !== leading[position] : key < before || leading.includes(key)) return false;
    if (!isPlain(manifest[key])) return false;
    if (!isLeading) before = key;
    position++;
  }
  return position >= leading.length;
}

/** Whether a value is plain data in its form; of what is not, `plain` finds out why. */
function isPlain(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return true;
    case 'object':
      break;
    default:
      return false;
  }
  if (value === null) return false;
  if (isSharedPart(value)) return true;
  if (Array.isArray(value)) return value.every((item) => item === null || isPlain(item));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  let before = '';
  for (const key in value) {
    if (key < before || !isPlain((value as Fields)[key])) return false;
    before = key;
  }
  return true;
}

/** Plain data with sorted keys, null and undefined dropped from maps; what is in that form already is not copied. */
export function plainData<T extends object>(value: T): T {
  return plain(value) as T;
}

const notPlain = new Error('not plain data');

function plain(value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (isPlain(value)) return value;
  if (typeof value !== 'object') throw notPlain;
  if (Array.isArray(value)) return value.map((item) => (item === null ? null : plain(item)));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw notPlain;
  const result: Record<string, unknown> = {};
  for (const key of sortedKeys(value as Fields)) {
    const field = plain((value as Fields)[key]);
    if (field !== undefined) result[key] = field;
  }
  return result;
}

/** A copy of plain data down to the last list and map. */
export function copyOf<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf) as T;
  const copy: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(value)) copy[key] = copyOf<unknown>(field);
  return copy as T;
}
