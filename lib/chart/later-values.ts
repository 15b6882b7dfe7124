import type { Diagnostic, Place } from '../diagnostics/diagnostic.js';
import { isList, isMap, type HelmMap, type HelmValue } from '../helm/value.js';
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
  return release.laterValues.flatMap(({ value, change }) =>
    pathsOf(values, value.split('.')).map((path) => ({
      code: 'CHART_VALUE_LATER' as const,
      severity: 'warning' as const,
      message: `\`${path}\` has no effect in ${release.name}`,
      why: `${change.stable === undefined ? change.edge : `${change.edge} (${change.stable})`} brought it: ${change.what}`,
      fix: 'remove it, or run a release that knows it',
      path,
      ...(file !== undefined && { file }),
      ...place(path),
    })),
  );
}

/** Where the values hold what the keys lead to; `controllers[]` leads to each entry of a list or table. */
function pathsOf(value: HelmValue | undefined, [key, ...rest]: readonly string[]): string[] {
  if (value === undefined) return [];
  if (key === undefined) return isEmpty(value) ? [] : [''];
  if (!isMap(value)) return [];
  const name = key.replace('[]', '');
  const inner = value[name];
  if (name === key) return below(name, pathsOf(inner, rest));
  const entries = isList(inner)
    ? inner.map((entry, i) => [`${name}[${i}]`, entry] as const)
    : isMap(inner)
      ? Object.entries(inner).map(([entry, each]) => [`${name}.${entry}`, each] as const)
      : [];
  return entries.flatMap(([path, entry]) => below(path, pathsOf(entry, rest)));
}

/** A table that sets nothing, as files of values hold it for a default. */
function isEmpty(value: HelmValue): boolean {
  return isMap(value) && Object.keys(value).length === 0;
}

function below(path: string, paths: readonly string[]): string[] {
  return paths.map((rest) => (rest === '' ? path : `${path}.${rest}`));
}
