import { copyOfMap } from './copy-map.js';
import { isSharedPart, sharedCopy } from './shared-part.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * A value made of what it has in common with an earlier one, both in the form of `plainManifest`: the shared part that is equal to all of it, else the
 * value with those of its fields that are, as deep as `depth` says.
 *
 * What has nothing in common is returned as it came. The fields of a shared whole are shared parts themselves, if
 * they are not deeper than that. What was given stays as it was, neither frozen nor changed.
 */
export function partInCommon<T extends object>(value: T, earlier: object, depth: number): T {
  if (isSharedPart(value)) return value;
  if (depth > 0 && !Array.isArray(value) && !Array.isArray(earlier))
    return fieldsInCommon(value as Fields, earlier as Fields, depth) as T;
  return isEqual(value, earlier) ? sharedLike(value, earlier) : value;
}

function fieldsInCommon(value: Fields, earlier: Fields, depth: number): Fields {
  let isWhole = true;
  let result: Record<string, unknown> | undefined;
  for (const key in value) {
    const field = value[key];
    const before = earlier[key];
    if (typeof field !== 'object' || typeof before !== 'object' || field === null || before === null) {
      if (field !== before) isWhole = false;
      continue;
    }
    const common = field === before ? sharedLike(field, before) : partInCommon(field, before, depth - 1);
    // a field becomes a shared part by being equal to the earlier one, and by nothing else
    if (common === field ? field !== before : !isSharedPart(common)) isWhole = false;
    if (common !== field && key !== '__proto__') (result ??= copyOfMap(value))[key] = common;
  }
  if (isWhole && hasAll(value, earlier)) return isSharedPart(earlier) ? earlier : sharedCopy(result ?? value);
  return result ?? value;
}

/** Whether a map has all the fields of an earlier one. */
function hasAll(value: Fields, earlier: Fields): boolean {
  for (const key in earlier) if (!Object.hasOwn(value, key)) return false;
  return true;
}

/** A shared part equal to a value: the earlier one if it is shared, or else a copy. */
function sharedLike<T extends object>(value: T, earlier: object): T {
  return isSharedPart(earlier) ? (earlier as T) : sharedCopy(value);
}

/** Whether two values in the form of `plainManifest` are the same: their keys stand in the same order then. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, i) => isEqual(item, b[i]));
  }
  if (Array.isArray(b)) return false;
  for (const key in a) {
    if (!isEqual((a as Fields)[key], (b as Fields)[key])) return false;
  }
  return hasAll(a as Fields, b as Fields);
}
