import { isRecord } from './record.js';

/** Written by any API server to any object. */
const bookkeeping = new Set([
  'metadata.creationTimestamp',
  'metadata.generation',
  'metadata.managedFields',
  'metadata.resourceVersion',
  'metadata.uid',
  'status',
]);

/**
 * Paths of fields that an object has on the server and had not when it was sent, or has with another value.
 *
 * A path ends at the first field that was not sent; entries of lists are `[]`. Sorted, each once.
 */
export function addedFields(sent: unknown, live: unknown): string[] {
  return [...new Set(compare(sent, live, ''))].filter((path) => !bookkeeping.has(path)).sort();
}

function compare(sent: unknown, live: unknown, path: string): string[] {
  if (sent === undefined) return [path];
  if (Array.isArray(sent) && Array.isArray(live)) {
    if (sent.length !== live.length) return [`${path} (entries)`];
    return live.flatMap((entry, index) => compare(sent[index], entry, `${path}[]`));
  }
  if (isRecord(sent) && isRecord(live)) {
    const below = (field: string): string => (path === '' ? field : `${path}.${field}`);
    const lost = Object.keys(sent).filter((field) => !(field in live) && sent[field] !== null);
    return [
      ...lost.map((field) => `${below(field)} (dropped)`),
      ...Object.entries(live).flatMap(([field, value]) => compare(sent[field], value, below(field))),
    ];
  }
  return sent === live ? [] : [`${path} (rewritten)`];
}
