import type { ChartObject } from './chart-object.js';

/** An object without keys that hold null, at any depth: to an API server both mean that nothing was said. */
export function withoutNulls(object: ChartObject): ChartObject {
  if (object.kind === 'CustomResourceDefinition') return { ...object, metadata: clean(object.metadata) };
  return clean(object);
}

function clean<T>(value: T): T {
  if (Array.isArray(value)) return value.map(clean) as T;
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(kept.map(([key, inner]): [string, unknown] => [key, clean(inner)])) as T;
}
