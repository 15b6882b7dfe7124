import { copyOfMap } from '../manifests/copy-map.js';
import { isMap, type HelmMap, type HelmValue } from './value.js';

/**
 * Lays values over defaults as Helm lays a values file over a chart's: tables key by key, everything else replaced whole;
 * null deletes a key that has a default, and stays where there is none. A table and anything else do not merge: the value wins.
 *
 * Neither side is changed; what did not need merging is shared with them.
 * @param copyOf how the defaults are copied, tables in them aside
 * @see https://github.com/helm/helm/blob/v3.19.2/pkg/chartutil/coalesce.go
 */
export function merge(values: HelmMap, defaults: HelmMap, copyOf: CopyOf = copyOfMap): HelmMap {
  const merged = copyOf(defaults);
  for (const key in values) {
    const value = values[key];
    if (value === undefined) continue;
    const standard = Object.hasOwn(defaults, key) ? defaults[key] : undefined;
    if (value === null && standard !== undefined) Reflect.deleteProperty(merged, key);
    else
      set(
        merged,
        key,
        standard !== undefined && isMap(value) && isMap(standard) ? merge(value, standard) : value,
      );
  }
  return merged;
}

/**
 * Lays one values file over another, as `--values A --values B` does: like `merge`, but null stays, to delete a default later.
 * @see https://github.com/helm/helm/blob/v3.19.2/pkg/cli/values/options.go
 */
export function mergeFiles(earlier: HelmMap, later: HelmMap): HelmMap {
  const merged: Record<string, HelmValue | undefined> = copyOfMap(earlier);
  for (const key in later) {
    const value = later[key];
    const before = Object.hasOwn(earlier, key) ? earlier[key] : undefined;
    if (value === undefined) continue;
    set(merged, key, isMap(value) && isMap(before) ? mergeFiles(before, value) : value);
  }
  return merged;
}

type CopyOf = (map: HelmMap) => Record<string, HelmValue | undefined>;

/** Sets a key as data, `__proto__` included. */
function set(map: Record<string, HelmValue | undefined>, key: string, value: HelmValue): void {
  if (key === '__proto__')
    Object.defineProperty(map, key, { value, configurable: true, enumerable: true, writable: true });
  else map[key] = value;
}
