import type { Diagnostic, Place } from '../diagnostics/diagnostic.js';
import { isList, isMap, type HelmMap, type HelmValue } from '../helm/value.js';
import { fieldPath } from '../provenance/field-path.js';

/** Values of one source: a file, or an expression of the command line. */
export interface ValuesSource {
  readonly values: HelmMap;
  /** Where a path stands, for a file. */
  readonly place?: (path: string) => Place | undefined;
  /** The expression as it was given, with its flag. */
  readonly expression?: string;
}

/** What the chart says of values, with the place in the last source that sets them, as far as any of them does. */
export function placedInValues(diagnostic: Diagnostic, sources: readonly ValuesSource[]): Diagnostic {
  const { code, path } = diagnostic;
  if (!code.startsWith('CHART_') || path === undefined) return diagnostic;
  const steps = fieldPath(path);
  let source: ValuesSource | undefined;
  let deepest = 0;
  for (const each of sources) {
    const depth = depthOf(each.values, steps);
    if (depth === 0 || depth < deepest) continue;
    source = each;
    deepest = depth;
  }
  const { place, expression } = source ?? {};
  if (expression !== undefined) return { ...diagnostic, related: [{ message: `set by ${expression}` }] };
  return { ...diagnostic, ...place?.(path) };
}

/** How many steps of a path values lead along. */
function depthOf(values: HelmMap, steps: readonly (string | number)[]): number {
  let value: HelmValue | undefined = values;
  for (const [depth, step] of steps.entries()) {
    if (isList(value)) value = value[Number(step)];
    else value = isMap(value) ? value[step] : undefined;
    if (value === undefined) return depth;
  }
  return steps.length;
}
