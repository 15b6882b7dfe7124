import { byCodePoints } from './code-points.js';
import { isList, isMap, type HelmValue } from './value.js';

/** More than anyone writes by hand, and few enough to be written. */
const mostItems = 10_000n;

/**
 * What `range` of a template goes through: a list's items, a table's values in the order of its keys, and 0, 1, … of
 * an integer, which only `--set` makes; undefined for what it cannot go through, and for integers beyond 10,000.
 * @see https://pkg.go.dev/text/template@go1.24.0#hdr-Actions
 */
export function rangeItems(value: HelmValue): readonly HelmValue[] | undefined {
  if (isList(value)) return value;
  if (isMap(value)) {
    return Object.keys(value)
      .sort(byCodePoints)
      .map((key) => value[key] ?? null);
  }
  if (typeof value !== 'bigint' || value > mostItems) return undefined;
  return Array.from({ length: Math.max(Number(value), 0) }, (_, i) => BigInt(i));
}
