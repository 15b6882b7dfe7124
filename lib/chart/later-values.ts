import type { Diagnostic, Place } from '../diagnostics/diagnostic.js';
import { isMap, type HelmMap, type HelmValue } from '../helm/value.js';
import type { Release } from '../releases/release.js';

/**
 * Values that are set although only a later release of the chart knows them.
 *
 * Reports CHART_VALUE_LATER.
 */
export function laterValues(
  release: Release,
  values: HelmMap,
  place: (path: string) => Place | undefined,
  file: string | undefined,
): Diagnostic[] {
  return release.laterValues
    .filter(({ value }) => at(values, value) !== undefined)
    .map(({ value, change }) => ({
      code: 'CHART_VALUE_LATER' as const,
      severity: 'warning' as const,
      message: `\`${value}\` has no effect in ${release.name}`,
      why: `${change.stable === undefined ? change.edge : `${change.edge} (${change.stable})`} brought it: ${change.what}`,
      fix: 'remove it, or run a release that knows it',
      path: value,
      ...(file !== undefined && { file }),
      ...place(value),
    }));
}

function at(values: HelmMap, path: string): HelmValue | undefined {
  let value: HelmValue | undefined = values;
  for (const key of path.split('.')) value = isMap(value) ? value[key] : undefined;
  return value;
}
