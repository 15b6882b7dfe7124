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
