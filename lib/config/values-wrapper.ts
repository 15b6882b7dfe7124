import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { closest } from '../diagnostics/suggest.js';
import type { PlaceOf, ValuesLayer } from './loaded-config.js';
import type { YamlFile } from './yaml/yaml-file.js';

/** Name under which an umbrella chart holds the values of the multicluster chart unless it gives it another. */
const chartName = 'linkerd-multicluster';

/** A values file as read, before it is known whether it is that of an umbrella chart. */
export interface ValuesDocument {
  readonly file: string;
  readonly yaml: YamlFile;
  readonly values: Readonly<Record<string, unknown>>;
}

/** How the values of the chart stand in the files: under `wrapper`, or bare when `active` is false. */
export interface Wrapping {
  readonly wrapper: string;
  readonly active: boolean;
}

/** Umbrella files if the fleet names a wrapper, or if any file has the usual one. */
export function usesWrapper(documents: readonly ValuesDocument[], wrapper: string | undefined): Wrapping {
  if (wrapper !== undefined) return { wrapper, active: true };
  return { wrapper: chartName, active: documents.some((d) => Object.hasOwn(d.values, chartName)) };
}

/** The chart's values of one file. Reports VALUES_WRAPPER for a key that is nearly the wrapper. */
export function unwrap(
  document: ValuesDocument,
  { wrapper, active }: Wrapping,
): { layer: ValuesLayer; diagnostics: Diagnostic[] } {
  const { file, yaml, values } = document;
  const has = Object.hasOwn(values, wrapper);
  const diagnostics = has ? [] : nearMisses(document, wrapper);
  if (!active) return { layer: { file, values, placeOf: yaml.placeOf }, diagnostics };
  const inner = has ? values[wrapper] : {};
  const placeOf: PlaceOf = (path, part) => yaml.placeOf(has ? [wrapper, ...path] : [], part);
  if (inner !== null && (typeof inner !== 'object' || Array.isArray(inner))) {
    diagnostics.push({
      code: 'CONFIG_TYPE',
      severity: 'error',
      message: `\`${wrapper}\` holds the values of the chart, so it is a mapping`,
      ...yaml.placeOf([wrapper], 'key'),
    });
    return { layer: { file, values: {}, placeOf }, diagnostics };
  }
  return { layer: { file, values: (inner ?? {}) as Record<string, unknown>, placeOf }, diagnostics };
}

function nearMisses({ values, yaml }: ValuesDocument, wrapper: string): Diagnostic[] {
  return Object.keys(values)
    .filter((key) => key === chartName || closest(key, [wrapper, chartName]) !== undefined)
    .map((key) => ({
      code: 'VALUES_WRAPPER',
      severity: 'error',
      message: `\`${key}\` is not the key that the chart's values stand under`,
      why: `Helm hands the chart what stands under \`${wrapper}\`, letter by letter, and drops the rest`,
      fix: `write \`${wrapper}:\`, or name the key by \`wrapper:\` in the fleet file`,
      ...yaml.placeOf([key], 'key'),
    }));
}
