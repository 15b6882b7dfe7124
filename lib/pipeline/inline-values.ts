import { laterValues } from '../chart/later-values.js';
import { checkValues, isChartKey } from '../config/check-values.js';
import type { FieldPath, PlaceOf } from '../config/loaded-config.js';
import { readValuesLayers } from '../config/values-layers.js';
import type { Diagnostic, Place } from '../diagnostics/diagnostic.js';
import type { HelmMap } from '../helm/value.js';
import { resolveRelease } from '../releases/resolve-release.js';
import type { ReadDocument } from '../symbols/documents.js';
import type { Step } from '../symbols/field.js';
import { hasPlaceholder } from '../symbols/placeholder.js';
import { isPlain, type Plain } from '../symbols/reader.js';

import { inlinePlaces } from './inline-places.js';
import { softenIgnored } from './soften-ignored.js';

const chartName = 'linkerd-multicluster';

/** Values of a chart that an object of Argo CD or Flux carries itself. */
interface InlineValues {
  readonly path: readonly Step[];
  readonly values: unknown;
  /** The chart, by name; undefined where it is a folder. */
  readonly chart?: string;
  /** Its version as written. */
  readonly version?: string;
}

/**
 * What is wrong with the chart's values inside an Application, an ApplicationSet or a HelmRelease, each at its place.
 *
 * Reports what values files report, CONFIG_UNKNOWN_KEY, CONFIG_TYPE and CHART_VALUE_LATER among it; only as warnings
 * what Helm passes over. What the chart
 * renders from them is not looked at: where it goes depends on Argo CD or Flux. `source` is the text of the file.
 */
export function inlineValueProblems(document: ReadDocument, file: string, source: string): Diagnostic[] {
  return inlineValuesOf(document.object).flatMap((inline) => {
    const found = isPlain(inline.values)
      ? problemsOfMap(inline.values, inline, document, file)
      : typeof inline.values === 'string'
        ? problemsOfText(inline.values, inline, document, { file, source })
        : [];
    return softenIgnored(found.filter(({ message }) => !hasPlaceholder(message)));
  });
}

function inlineValuesOf(object: Plain): InlineValues[] {
  switch (object.kind) {
    case 'Application':
      return ofSources(object.spec, ['spec']);
    case 'ApplicationSet':
      return ofSources(at(object, ['spec', 'template', 'spec']), ['spec', 'template', 'spec']);
    case 'HelmRelease':
      return [
        {
          path: ['spec', 'values'],
          values: at(object, ['spec', 'values']),
          chart: text(at(object, ['spec', 'chart', 'spec', 'chart'])),
          version: text(at(object, ['spec', 'chart', 'spec', 'version'])),
        },
      ];
    default:
      return [];
  }
}

function ofSources(spec: unknown, path: readonly Step[]): InlineValues[] {
  const sources = at(spec, ['sources']);
  return [
    [at(spec, ['source']), [...path, 'source']] as const,
    ...(Array.isArray(sources) ? sources : []).map((each, i) => [each, [...path, 'sources', i]] as const),
  ].flatMap(([source, below]) =>
    ['valuesObject', 'values'].map((key) => ({
      path: [...below, 'helm', key],
      values: at(source, ['helm', key]),
      chart: text(at(source, ['chart'])),
      version: text(at(source, ['targetRevision'])),
    })),
  );
}

function problemsOfMap(
  all: Plain,
  inline: InlineValues,
  { locate, prefix }: ReadDocument,
  file: string,
): Diagnostic[] {
  const wrapper = wrapperIn(all, inline);
  if (wrapper === undefined) return [];
  const given = wrapper.length === 0 ? all : at(all, wrapper);
  if (!isPlain(given)) return [];
  // `condition: linkerd-multicluster.enabled` of an umbrella chart
  const own = Object.entries(given).filter(([key]) => key !== 'enabled' || wrapper.length === 0);
  const values = Object.fromEntries(own);
  const placeOf: PlaceOf = (path, part) => ({
    file,
    ...locate([...prefix, ...inline.path, ...wrapper, ...path], part === 'key' ? part : undefined),
  });
  const found = checkValues(values, { placeOf, spellingOf: () => undefined, hasPlainNumbers: true });
  return [
    ...withoutFilledIn(found, values),
    ...later(values, inline, (path) => placeOf(path.split('.'), 'key'), file),
  ];
}

/** Keys that lead to the chart's values; undefined for values of other charts. */
function wrapperIn(values: Plain, { chart }: InlineValues): readonly string[] | undefined {
  if (chart === chartName) return [];
  if (isPlain(values[chartName])) return [chartName];
  // a folder of an umbrella chart, or of a copy of the chart itself
  return chart === undefined && Object.keys(values).some((key) => telling.has(key) && isChartKey(key))
    ? []
    : undefined;
}

/** Keys that no other chart is known to have. */
const telling = new Set([
  'remoteMirrorServiceAccountName',
  'remoteMirrorServiceAccount',
  'controllerDefaults',
  'localServiceMirror',
]);

function problemsOfText(
  all: string,
  inline: InlineValues,
  { locate, prefix }: ReadDocument,
  { file, source }: { readonly file: string; readonly source: string },
): Diagnostic[] {
  const isOurs = inline.chart === chartName || (inline.chart === undefined && all.includes(`${chartName}:`));
  if (!isOurs) return [];
  const { clusters, diagnostics } = readValuesLayers(
    { clusters: new Map([['', file]]), diagnostics: [] },
    undefined,
    { readText: () => ({ text: withoutActions(all), diagnostics: [] }) },
  );
  // what a generator makes of it may well be YAML
  if (clusters.size === 0 && hasPlaceholder(all)) return [];
  const placed = inlinePlaces(source, locate([...prefix, ...inline.path]), file);
  return [
    ...diagnostics,
    ...[...clusters.values()].flatMap((layer) =>
      later(layer.values, inline, (path) => layer.placeOf(path.split('.'), 'key'), file),
    ),
  ].map((diagnostic) => ({
    ...placed(diagnostic),
    ...(diagnostic.related !== undefined && { related: diagnostic.related.map(placed) }),
  }));
}

function later(
  values: Readonly<Record<string, unknown>>,
  { chart, version = '' }: InlineValues,
  place: (path: string) => Place,
  file: string,
): Diagnostic[] {
  const edge = /^(?:20)(\d{2}\.\d{1,2}\.\d{1,2})$/.exec(version)?.[1];
  const release =
    chart !== chartName || edge === undefined ? undefined : resolveRelease(`edge-${edge}`).release;
  return release === undefined ? [] : laterValues(release, values as HelmMap, place, file);
}

/**
 * A text of values with a text in place of each action of a template that stands where a value does, and without the
 * lines that hold nothing but an action. Lines and columns before an action stay what they are.
 */
function withoutActions(text: string): string {
  return text
    .replace(/^[ \t]*\{\{.*\}\}[ \t]*$/gm, '')
    .replace(/([:-][ \t]+)\{\{.*\}\}[ \t]*$/gm, "$1'{{}}'");
}

/** Less what is said of values that a generator or Flux fills in. */
function withoutFilledIn(found: readonly Diagnostic[], values: Plain): Diagnostic[] {
  return found.filter(({ path }) => {
    const value = path === undefined ? undefined : at(values, path.replace(/\[(\d+)\]/g, '.$1').split('.'));
    return typeof value !== 'string' || !hasPlaceholder(value);
  });
}

function at(value: unknown, path: FieldPath): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Readonly<Record<Step, unknown>>)[step];
  }
  return found;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
