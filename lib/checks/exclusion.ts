import type { Field } from '../symbols/field.js';

/** True when a Link's exclusions keep a key from being copied. */
export function isExcluded(exclusions: readonly Field<string>[] | undefined, key: string): boolean {
  return exclusions?.some(({ value }) => excludes(value, key)) === true;
}

/**
 * True when one exclusion keeps a key from being copied.
 *
 * `x/*` keeps every key out that begins with `x`; anything else must equal the key.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/service-mirror/cluster_watcher.go
 */
export function excludes(exclusion: string, key: string): boolean {
  return exclusion.endsWith('/*') ? key.startsWith(exclusion.slice(0, -2)) : key === exclusion;
}
