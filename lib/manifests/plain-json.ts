import { sortedKeys } from './key-order.js';
import type { Manifest } from './manifest.js';

/**
 * A manifest as cdk8s would render it, in one pass: API version, kind and metadata first, keys sorted at every depth,
 * null and undefined dropped from maps. Lists keep their nulls.
 *
 * Undefined when the manifest holds what only cdk8s itself can render: a Lazy, a token, a class instance.
 *
 * A field that is frozen through and through, as the `spec` that the CRDs of all clusters share, comes out as one
 * frozen value however often it is rendered: those who look at it later need look only once.
 */
export function plainManifest(manifest: Manifest): Manifest | undefined {
  try {
    const { apiVersion, kind, metadata } = manifest;
    const result: Record<string, unknown> = { apiVersion, kind, metadata: clean(metadata) };
    if (result.metadata === undefined) return undefined;
    for (const key of sortedKeys(manifest)) {
      if (key === 'apiVersion' || key === 'kind' || key === 'metadata') continue;
      const value = manifest[key];
      const cleaned = Object.isFrozen(value) ? cleanFrozen(value) : clean(value);
      if (cleaned !== undefined) result[key] = cleaned;
    }
    return result as unknown as Manifest;
  } catch (error) {
    if (error === notPlain) return undefined;
    throw error;
  }
}

const notPlain = new Error('not plain data');
const frozenResults = new WeakMap<object, unknown>();

/** As `clean`; a list or map that is frozen at every depth is cleaned once. */
function cleanFrozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return clean(value);
  const known = frozenResults.get(value);
  if (known !== undefined) return known;
  const cleaned = clean(value);
  if (isDeepFrozen(value)) frozenResults.set(value, deepFreeze(cleaned));
  return cleaned;
}

function isDeepFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isDeepFrozen);
}

function deepFreeze(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}

function clean(value: unknown): unknown {
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
  if (Array.isArray(value)) return value.map(clean);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw notPlain;
  const source = value as Readonly<Record<string, unknown>>;
  const result: Record<string, unknown> = {};
  for (const key of sortedKeys(source)) {
    const cleaned = clean(source[key]);
    if (cleaned !== undefined) result[key] = cleaned;
  }
  return result;
}
