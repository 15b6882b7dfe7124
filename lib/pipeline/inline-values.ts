import { checkValues, isChartKey } from '../config/check-values.js';
import type { PlaceOf } from '../config/loaded-config.js';
import { readValuesLayers } from '../config/values-layers.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { HelmMap } from '../helm/value.js';
import type { ReadDocument } from '../symbols/documents.js';
import type { Step } from '../symbols/field.js';
import { hasPlaceholder } from '../symbols/placeholder.js';
import { isPlain, valueAt, type Plain } from '../symbols/raw-value.js';
import { inlinePlaces } from './inline-places.js';
import { inlineRendering } from './inline-rendering.js';
import { chartName, inlineValuesOf, type InlineValues } from './inline-sources.js';
import { softenIgnored } from './soften-ignored.js';

/**
 * What is wrong with the chart's values inside an Application, an ApplicationSet or a HelmRelease, each at its place.
 *
 * Reports what values files report, CONFIG_UNKNOWN_KEY, CONFIG_TYPE and CHART_VALUE_LATER among it, and CHART_HELM_FAILS
 * where the version of the chart is known; only as warnings what Helm passes over. The objects that the chart renders
 * from them are not looked at: where they go depends on Argo CD or Flux. `source` is the text of the file.
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

function problemsOfMap(
  all: Plain,
  inline: InlineValues,
  { locate, prefix }: ReadDocument,
  file: string,
): Diagnostic[] {
  const wrapper = wrapperIn(all, inline);
  if (wrapper === undefined) return [];
  const given = valueAt(all, wrapper);
  if (!isPlain(given)) return [];
  // `condition: linkerd-multicluster.enabled` of an umbrella chart
  const own = Object.entries(given).filter(([key]) => key !== 'enabled' || wrapper.length === 0);
  const values = Object.fromEntries(own);
  const placeOf: PlaceOf = (path, part) => ({
    file,
    ...locate([...prefix, ...inline.path, ...wrapper, ...path], part === 'key' ? part : undefined),
  });
  const found = checkValues(values, { placeOf, spellingOf: () => undefined, hasPlainNumbers: true });
  const told = withoutFilledIn(found, values);
  return [...told, ...rendering(values, inline, told, { file, place: placeOf })];
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
    {
      readText: () => ({ text: withoutActions(all), diagnostics: [] }),
      ...(inline.chart === chartName && { wrappingOf: () => ({ wrapper: chartName, active: false }) }),
    },
  );
  // what a generator makes of it may well be YAML
  if (clusters.size === 0 && hasPlaceholder(all)) return [];
  const placed = inlinePlaces(source, locate([...prefix, ...inline.path]), file);
  return [
    ...diagnostics,
    ...[...clusters.values()].flatMap((layer) =>
      rendering(
        layer.values,
        { ...inline, isOverlaid: inline.isOverlaid || hasPlaceholder(all) },
        diagnostics,
        { file, place: (path, part) => layer.placeOf(path, part) },
      ),
    ),
  ].map((diagnostic) => ({
    ...placed(diagnostic),
    ...(diagnostic.related !== undefined && { related: diagnostic.related.map(placed) }),
  }));
}

/** What the chart makes of them, where its release is known. */
function rendering(
  values: Readonly<Record<string, unknown>>,
  { release, isOverlaid }: Pick<InlineValues, 'release' | 'isOverlaid'>,
  found: readonly Diagnostic[],
  { file, place }: { readonly file: string; readonly place: PlaceOf },
): Diagnostic[] {
  if (release === undefined) return [];
  const inline = {
    release,
    values: values as HelmMap,
    isOverlaid,
    file,
    place: (path: string) => place(stepsOf(path), 'key'),
  };
  return inlineRendering(inline, softenIgnored(found));
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
    const value = path === undefined ? undefined : valueAt(values, stepsOf(path));
    return typeof value !== 'string' || !hasPlaceholder(value);
  });
}

/** The steps of `controllers[0].link`. */
function stepsOf(path: string): Step[] {
  return path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
