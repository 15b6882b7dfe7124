import { isMap, type HelmMap, type HelmValue } from './value.js';

/**
 * Lays values over defaults as Helm lays a values file over a chart's: tables key by key, everything else replaced whole;
 * null deletes a key that has a default, and stays where there is none. A table and anything else do not merge: the value wins.
 *
 * Neither side is changed; what did not need merging is shared with them.
 * @see https://github.com/helm/helm/blob/v3.19.2/pkg/chartutil/coalesce.go
 */
export function merge(values: HelmMap, defaults: HelmMap): HelmMap {
  const merged: Record<string, HelmValue | undefined> = { ...defaults };
  for (const key in values) {
    const value = values[key];
    if (value === undefined) continue;
    const standard = defaults[key];
    if (value === null && standard !== undefined) Reflect.deleteProperty(merged, key);
    else if (standard !== undefined && isMap(value) && isMap(standard)) merged[key] = merge(value, standard);
    else merged[key] = value;
  }
  return merged;
}

/**
 * Lays one values file over another, as `--values A --values B` does: like `merge`, but null stays, to delete a default later.
 * @see https://github.com/helm/helm/blob/v3.19.2/pkg/cli/values/options.go
 */
export function mergeFiles(earlier: HelmMap, later: HelmMap): HelmMap {
  const merged: Record<string, HelmValue | undefined> = { ...earlier };
  for (const key in later) {
    const value = later[key];
    const before = earlier[key];
    if (value === undefined) continue;
    merged[key] = isMap(value) && isMap(before) ? mergeFiles(before, value) : value;
  }
  return merged;
}
