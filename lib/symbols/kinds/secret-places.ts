import type { Field } from '../field.js';
import type { Reader } from '../reader.js';

export const noPlaces: Readonly<Record<string, Field<string>>> = {};

/** The labels or annotations of a Secret that Linkerd or Kubernetes reads, each with its place. */
export function places(reader: Reader, ...path: string[]): Readonly<Record<string, Field<string>>> {
  const map = reader.sub(...path);
  if (map === undefined) return noPlaces;
  let found: Record<string, Field<string>> | undefined;
  for (const key of Object.keys(map.value)) {
    if (!key.includes('linkerd.io') && !key.startsWith('kubernetes.io/service-account')) continue;
    const field = map.text(key);
    if (field !== undefined) (found ??= {})[key] = field;
  }
  return found ?? noPlaces;
}
