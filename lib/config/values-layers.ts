import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { leakDiagnostics } from '../guards/leak-diagnostics.js';
import { checkValues } from './check-values.js';
import type { ValuesLayer } from './loaded-config.js';
import { readTextFile, shownPath, type ReadText } from './read-text-file.js';
import type { ValuesFileLayer } from './values-file-layer.js';
import type { ValuesFiles } from './values-files.js';
import { readValuesText } from './values-text.js';
import { unwrap, usesWrapper, type ValuesDocument, type Wrapping } from './values-wrapper.js';

/** The chart values of all files, unwrapped. */
export interface ValuesLayers {
  readonly base?: ValuesLayer;
  readonly clusters: ReadonlyMap<string, ValuesLayer>;
  readonly diagnostics: readonly Diagnostic[];
}

/** How values files are read where not as usual. */
interface ValuesReading {
  readonly wrappingOf?: (documents: readonly ValuesDocument[], wrapper: string | undefined) => Wrapping;
  readonly readText?: ReadText;
}

/** Reads the values files and takes the chart's values out of them. Reports SECRET_LEAKED wherever one stands in them. */
export function readValuesLayers(
  files: ValuesFiles,
  wrapper: string | undefined,
  { wrappingOf = usesWrapper, readText = readTextFile }: ValuesReading = {},
): ValuesLayers {
  const diagnostics: Diagnostic[] = [];
  const base = files.base === undefined ? undefined : readDocument(files.base, readText, diagnostics);
  const documents = new Map<string, ValuesDocument>();
  for (const [cluster, path] of files.clusters) {
    const document = readDocument(path, readText, diagnostics);
    if (document !== undefined) documents.set(cluster, document);
  }
  const all = [...(base === undefined ? [] : [base]), ...documents.values()];
  const wrapped = wrappingOf(all, wrapper);
  const layerOf = (document: ValuesDocument): ValuesFileLayer => {
    const unwrapped = unwrap(document, wrapped);
    diagnostics.push(...unwrapped.diagnostics);
    const { layer } = unwrapped;
    diagnostics.push(
      ...checkValues(layer.values, {
        placeOf: (path, part) => layer.placeOf(path, part),
        spellingOf: (path) => layer.spellingOf(path),
        hasPlainNumbers: layer.hasPlainNumbers,
      }),
    );
    return layer;
  };
  const clusters = new Map<string, ValuesLayer>();
  for (const [cluster, document] of documents) {
    const layer = layerOf(document);
    const path = files.clusters.get(cluster) ?? '';
    layer.readAgainBy(() => {
      const again = readDocument(path, readText, []);
      return again && unwrap(again, wrapped).layer;
    });
    clusters.set(cluster, layer);
  }
  return { ...(base === undefined ? {} : { base: layerOf(base) }), clusters, diagnostics };
}

function readDocument(
  path: string,
  readText: ReadText,
  diagnostics: Diagnostic[],
): ValuesDocument | undefined {
  const file = shownPath(path);
  const read = readText(path);
  diagnostics.push(...read.diagnostics);
  if (read.text === undefined) return undefined;
  // also what the chart never sees: a comment, a value that belongs to another chart
  diagnostics.push(...leakDiagnostics(file, read.text));
  const parsed = readValuesText(read.text, file);
  diagnostics.push(...parsed.diagnostics);
  if (parsed.file === undefined) return undefined;
  const { data } = parsed.file;
  if (data === null || data === undefined) return { file, yaml: parsed.file, values: {} };
  if (typeof data === 'object' && !Array.isArray(data)) {
    return { file, yaml: parsed.file, values: data as Record<string, unknown> };
  }
  diagnostics.push({
    code: 'CONFIG_TYPE',
    severity: 'error',
    message: `a values file holds a mapping, not ${Array.isArray(data) ? 'a list' : 'a single value'}`,
    ...parsed.file.placeOf([]),
  });
  return undefined;
}
