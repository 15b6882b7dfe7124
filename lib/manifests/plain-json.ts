import { byCodeUnits } from '../diagnostics/order.js';
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
    const keys = Object.keys(manifest);
    let isAsItShould = leading.every((key, i) => keys[i] === key) && isSorted(keys, leading.length);
    const values = keys.map((key) => {
      const value = plain(manifest[key]);
      if (value !== manifest[key]) isAsItShould = false;
      return value;
    });
    if (isAsItShould) return manifest;
    const { apiVersion, kind } = manifest;
    const metadata = values[keys.indexOf('metadata')];
    if (metadata === undefined) return undefined;
    const result: Record<string, unknown> = { apiVersion, kind, metadata };
    for (const key of sortedKeys(manifest)) {
      if (leading.includes(key)) continue;
      const value = values[keys.indexOf(key)];
      if (value !== undefined) result[key] = value;
    }
    return result as unknown as Manifest;
  } catch (error) {
    if (error === notPlain) return undefined;
    throw error;
  }
}

const leading = ['apiVersion', 'kind', 'metadata'];

/** Plain data with sorted keys, null and undefined dropped from maps; what is in that form already is not copied. */
export function plainData<T extends object>(value: T): T {
  return plain(value) as T;
}

const notPlain = new Error('not plain data');

/** The value itself where it is as it should be: nearly always, and then nothing is allocated. */
function plain(value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return value;
    case 'object':
      break;
    default:
      throw notPlain;
  }
  if (isSharedPart(value)) return value;
  if (Array.isArray(value)) return plainItems(value);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw notPlain;
  return plainFields(value as Fields);
}

/** A copy of plain data down to the last list and map. */
export function copyOf<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf) as T;
  const copy: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(value)) copy[key] = copyOf<unknown>(field);
  return copy as T;
}

function plainItems(list: readonly unknown[]): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const item = list[i];
    const value = plain(item);
    if (value !== item || copy !== undefined) (copy ??= list.slice(0, i)).push(value);
  }
  return copy ?? list;
}

function plainFields(fields: Fields): Fields {
  const keys = Object.keys(fields);
  let copy: Record<string, unknown> | undefined;
  if (!isSorted(keys, 0)) {
    keys.sort(byCodeUnits);
    copy = {};
  }
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? '';
    const field = fields[key];
    const value = plain(field);
    if (copy === undefined && value !== field) {
      copy = {};
      for (const before of keys.slice(0, i)) copy[before] = fields[before];
    }
    if (copy !== undefined && value !== undefined) copy[key] = value;
  }
  return copy ?? fields;
}

function isSorted(keys: readonly string[], from: number): boolean {
  for (let i = from + 1; i < keys.length; i++) {
    if ((keys[i - 1] ?? '') > (keys[i] ?? '')) return false;
  }
  return true;
}
