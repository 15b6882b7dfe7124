import type { Manifest } from './manifest.js';

/**
 * A plain value as cdk8s would render it, in one pass: null and undefined dropped from maps, keys sorted.
 *
 * Returns undefined for the value as a whole when it holds what only cdk8s itself can render: a Lazy, a token,
 * a class instance. Lists keep their nulls, as in cdk8s.
 */
export function plainJson(value: unknown): unknown {
  try {
    return clean(value);
  } catch (error) {
    if (error === notPlain) return undefined;
    throw error;
  }
}

/** A manifest as cdk8s would render it: API version, kind and metadata first, all else as `plainJson` has it. */
export function plainManifest({ apiVersion, kind, metadata, ...rest }: Manifest): Manifest | undefined {
  const [cleanMetadata, cleanRest] = [plainJson(metadata), plainJson(rest)];
  if (cleanMetadata === undefined || cleanRest === undefined) return undefined;
  return { apiVersion, kind, metadata: cleanMetadata as Manifest['metadata'], ...(cleanRest as object) };
}

const notPlain = new Error('not plain data');

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
  for (const key of Object.keys(source).sort()) {
    const cleaned = clean(source[key]);
    if (cleaned !== undefined) result[key] = cleaned;
  }
  return result;
}
