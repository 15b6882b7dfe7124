/**
 * A value as Helm holds it: JSON, where every number read from a file is a float64.
 *
 * A `bigint` is an int64, which only `--set` makes: `--set gateway.port=1000000` is printed as `1000000`,
 * the same number from a file as `1e+06`.
 */
export type HelmValue = null | boolean | number | bigint | string | readonly HelmValue[] | HelmMap;

/** A table of values; an absent key and `undefined` are the same. */
export interface HelmMap {
  readonly [key: string]: HelmValue | undefined;
}

/** True for a table: what Helm merges key by key. */
export function isMap(value: unknown): value is HelmMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for a list: what Helm replaces whole. */
export function isList(value: HelmValue | undefined): value is readonly HelmValue[] {
  return Array.isArray(value);
}
