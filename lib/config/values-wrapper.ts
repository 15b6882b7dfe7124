import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { closest } from '../diagnostics/suggest.js';
import { isChartKey } from './check-values.js';
import { ValuesFileLayer } from './values-file-layer.js';
import type { YamlFile } from './yaml/yaml-file.js';

/** Name under which an umbrella chart holds the values of the multicluster chart unless it gives it another. */
const chartName = 'linkerd-multicluster';

/** Keys below the wrapper that are Helm's and the umbrella chart's: `condition: linkerd-multicluster.enabled`. */
const umbrellaKeys = new Set(['global', 'enabled']);

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

/**
 * How the values of the chart stand in files of which nobody says so.
 *
 * An umbrella chart may call the chart otherwise by an `alias`: then the one key that holds nothing but values of the
 * chart is the wrapper. Files that hold values of other charts alone have none for this one.
 */
export function guessedWrapping(documents: readonly ValuesDocument[]): Wrapping {
  const usual = usesWrapper(documents, undefined);
  const entries = documents.flatMap(({ values }) => Object.entries(values));
  const isBare = entries.some(([key, value]) => isChartKey(key) || !isMapping(value) || isMisspelled(key));
  if (usual.active || entries.length === 0 || isBare) return usual;
  const aliases = new Set(entries.filter(([, value]) => holdsChartValues(value)).map(([key]) => key));
  const [alias, ...others] = aliases;
  return { wrapper: alias === undefined || others.length > 0 ? chartName : alias, active: true };
}

function isMisspelled(key: string): boolean {
  return closest(key, [chartName]) !== undefined;
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function holdsChartValues(value: unknown): boolean {
  if (!isMapping(value)) return false;
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => isChartKey(key) || umbrellaKeys.has(key));
}

/** The chart's values of one file, and what was found on the way to them. */
export interface Unwrapped {
  readonly layer: ValuesFileLayer;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The chart's values of one file.
 *
 * Reports VALUES_WRAPPER for a key that is nearly the wrapper, and VALUES_OUTSIDE_WRAPPER for a value of the chart that
 * stands beside the wrapper: an error where the file has no wrapper at all, else a warning, as an umbrella chart may
 * have a value of the same name. Reports VALUES_CONVERTED for what Helm takes for another value than is written.
 */
export function unwrap(document: ValuesDocument, { wrapper, active }: Wrapping): Unwrapped {
  const { file, yaml, values } = document;
  const has = Object.hasOwn(values, wrapper);
  const diagnostics = nearMisses(document, wrapper);
  if (!active) {
    const layer = new ValuesFileLayer(file, without(values, diagnostics), yaml);
    return { layer, diagnostics: [...diagnostics, ...[...(yaml.converted?.values() ?? [])].flat()] };
  }
  // what stands beside the wrapper is for other charts
  diagnostics.push(...(yaml.converted?.get(wrapper) ?? []));
  diagnostics.push(...outsiders(document, wrapper));
  const inner = (has ? values[wrapper] : undefined) ?? {};
  if (!isMapping(inner)) {
    diagnostics.push({
      code: 'CONFIG_TYPE',
      severity: 'error',
      message: `\`${wrapper}\` holds the values of the chart, so it is a mapping`,
      path: wrapper,
      ...yaml.placeOf([wrapper], 'key'),
    });
  }
  const own = isMapping(inner) ? withoutCondition(inner) : {};
  return { layer: new ValuesFileLayer(file, own, yaml, { key: wrapper, has }), diagnostics };
}

/** Values less the keys that were reported. */
function without(
  values: Readonly<Record<string, unknown>>,
  diagnostics: readonly Diagnostic[],
): Readonly<Record<string, unknown>> {
  if (diagnostics.length === 0) return values;
  const missed = new Set(diagnostics.map((d) => d.path));
  return Object.fromEntries(Object.entries(values).filter(([key]) => !missed.has(key)));
}

/** Leaves out `enabled: true`, the condition of the dependency in an umbrella's `Chart.yaml`: the chart is rendered. */
function withoutCondition(values: Record<string, unknown>): Record<string, unknown> {
  if (values.enabled !== true) return values;
  return Object.fromEntries(Object.entries(values).filter(([key]) => key !== 'enabled'));
}

function nearMisses({ values, yaml }: ValuesDocument, wrapper: string): Diagnostic[] {
  const isNear = Object.hasOwn(values, wrapper) ? isTwin : isNearly;
  return Object.keys(values)
    .filter((key) => isNear(key, wrapper))
    .map((key) => ({
      code: 'VALUES_WRAPPER',
      severity: 'error',
      message: `\`${key}\` is not the key that the chart's values stand under`,
      why: `Helm hands the chart what stands under \`${wrapper}\`, letter by letter, and drops the rest`,
      fix: `write \`${wrapper}:\`, or name the key by \`wrapper:\` in the fleet file`,
      path: key,
      ...yaml.placeOf([key], 'key'),
    }));
}

function isNearly(key: string, wrapper: string): boolean {
  return key === chartName || closest(key, [wrapper, chartName]) !== undefined;
}

/**
 * True for a key that is the wrapper but for a slip or two, where the wrapper stands beside it.
 *
 * An umbrella chart may hold the chart twice and others of like names: `mesh-b` beside `mesh-a`, and
 * `linkerd-multicluster-link` or `linkerd-multicluster2` beside the usual one.
 */
function isTwin(key: string, wrapper: string): boolean {
  if (key === wrapper || (key.startsWith(wrapper) && /^[-_.\d]/.test(key.slice(wrapper.length))))
    return false;
  return closest(key, [wrapper], wrapper === chartName ? 2 : 0) !== undefined;
}

function outsiders({ values, yaml }: ValuesDocument, wrapper: string): Diagnostic[] {
  const has = Object.hasOwn(values, wrapper);
  return Object.keys(values)
    .filter((key) => isChartKey(key) && key !== wrapper)
    .map((key) => ({
      code: 'VALUES_OUTSIDE_WRAPPER',
      severity: has ? 'warning' : 'error',
      message: `\`${key}\` stands outside of \`${wrapper}\`, where the chart does not see it`,
      why: has
        ? 'only the umbrella chart could read it there'
        : 'other values files are those of an umbrella chart, so all of them are',
      fix: `move it under \`${wrapper}:\``,
      path: key,
      ...yaml.placeOf([key], 'key'),
    }));
}
