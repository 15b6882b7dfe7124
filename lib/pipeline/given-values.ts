import { laterValues } from '../chart/later-values.js';
import { renderChart } from '../chart/chart.js';
import type { ValuesLayer } from '../config/loaded-config.js';
import { readValuesLayers } from '../config/values-layers.js';
import { guessedWrapping } from '../config/values-wrapper.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { mergeFiles } from '../helm/merge.js';
import type { HelmMap } from '../helm/value.js';
import type { Manifest } from '../manifests/manifest.js';
import { fieldPath } from '../provenance/field-path.js';
import { valuesBehind, type ValuesPlace } from './values-behind.js';
import { resolveRelease } from '../releases/resolve-release.js';
import { softenIgnored } from './soften-ignored.js';

/** The values files of one cluster, as far as they can be read. */
export interface GivenValues {
  /** The last file that was read: what diagnostics about rendered objects name. */
  readonly file?: string;
  /** The chart's objects for these values, merged from left to right as Helm does, and the values behind each. */
  readonly objects: readonly { readonly object: Manifest; readonly place?: ValuesPlace }[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads values files of the chart, bare or those of an umbrella chart, and renders the chart from them.
 *
 * Without a release the files are checked for keys that no release knows, and nothing is rendered.
 * Reports what `readValuesLayers` and `renderChart` report, softened where Helm passes over it.
 */
export function renderGivenValues(
  files: readonly string[],
  release: string | undefined,
  namespace: string,
): GivenValues {
  const named = new Map(files.map((file, i) => [String(i), file]));
  const { clusters, diagnostics: found } = readValuesLayers({ clusters: named, diagnostics: [] }, undefined, {
    wrappingOf: guessedWrapping,
  });
  const diagnostics = softenIgnored(found);
  const layers = [...clusters.values()];
  const file = layers.at(-1)?.file;
  const known = release === undefined ? undefined : resolveRelease(release).release;
  if (known === undefined || file === undefined || layers.length < files.length)
    return { ...(file === undefined ? {} : { file }), objects: [], diagnostics };
  const values = layers.map((layer) => layer.values as HelmMap).reduce(mergeFiles, {});
  // the file's own mistakes say better, and where, why Helm would stop
  const isWrong = diagnostics.some(({ severity }) => severity === 'error');
  const rendered = renderChart({ release: known, values, namespace, file, hooks: 'keep' });
  return {
    file,
    objects: rendered.parts.map((part) => {
      const object = part.object as Manifest;
      return { object, place: valuesBehind(object, layers) };
    }),
    diagnostics: [
      ...diagnostics,
      ...layers.flatMap((layer) => laterValues(known, layer.values as HelmMap, placesIn(layer), layer.file)),
      ...rendered.diagnostics.filter(
        ({ code }) => code !== 'CHART_VALUE_LATER' && !(code === 'CHART_HELM_FAILS' && isWrong),
      ),
    ],
  };
}

function placesIn(layer: ValuesLayer): (path: string) => ReturnType<ValuesLayer['placeOf']> {
  return (path) => layer.placeOf(fieldPath(path), 'key');
}
