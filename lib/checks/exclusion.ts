import type { Field } from '../symbols/field.js';

/**
 * True when a Link's exclusions keep a key from being copied.
 *
 * `x/*` keeps every key out that begins with `x`; anything else must equal the key.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/service-mirror/cluster_watcher.go
 */
export function isExcluded(exclusions: readonly Field<string>[] | undefined, key: string): boolean {
  return (
    exclusions?.some(({ value }) =>
      value.endsWith('/*') ? key.startsWith(value.slice(0, -2)) : key === value,
    ) === true
  );
}
