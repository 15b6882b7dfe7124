import { byCodeUnits } from '../diagnostics/order.js';

type Fields = Readonly<Record<string, unknown>>;

/** The keys of a map sorted by code units; nothing is sorted again that already is. */
export function sortedKeys(fields: Fields): string[] {
  const keys = Object.keys(fields);
  for (let i = 1; i < keys.length; i++) {
    if ((keys[i - 1] ?? '') > (keys[i] ?? '')) return keys.sort(byCodeUnits);
  }
  return keys;
}

/** The keys of a Kubernetes object: apiVersion, kind and metadata in front, the others sorted behind. */
export function objectKeys(fields: Fields): string[] {
  const front = leading.filter((key) => key in fields);
  return [...front, ...sortedKeys(fields).filter((key) => !leading.includes(key))];
}

const leading: readonly string[] = ['apiVersion', 'kind', 'metadata'];
