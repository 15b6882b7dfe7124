import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.js';
import { sortDiagnostics } from '../diagnostics/order.js';
import { redactDiagnostic } from '../guards/redact.js';
import { checkFleet } from './check-fleet.js';
import { checkValues } from './check-values.js';
import type { ClusterConfig } from './cluster-config.js';
import { readExtraFiles } from './extra-files.js';
import type { FleetDefinition } from './fleet-definition.js';
import type { ConfigResult } from './load-config.js';
import type { ExtraFile, FieldPath, PlaceOf, ValuesLayer } from './loaded-config.js';
import { plainData } from './plain-data.js';
import { readSealedFiles } from './sealed-files.js';
import { fieldText } from './validate/field-text.js';

/**
 * A fleet as code: the same facts as in `fleet.yaml`, the same checks, the same result as `loadConfig`.
 *
 * So typed that a wrong key, or a shape that names a cluster which is not declared or links one to itself, does not
 * compile. Chart values stand beside the clusters: `values` at the top for all, `values` of a cluster on top of them.
 * Diagnostics name the path of a field instead of a file. Files that the fleet names, ciphertext and extra manifests,
 * are relative to the working directory.
 */
export function defineFleet<Clusters>(definition: FleetDefinition<Clusters>): ConfigResult {
  const plain = plainData(definition);
  if (!isMapping(plain)) return { diagnostics: [noFleet(plain)] };
  const { values: baseValues, clusters, ...rest }: Definition = plain;
  const entries = Object.entries(isMapping(clusters) ? clusters : {}) as [string, DefinedCluster][];
  const facts = entries.map(([name, cluster]): [string, ClusterConfig | null] => [name, factsOf(cluster)]);
  const clusterFacts = isMapping(clusters) ? Object.fromEntries(facts) : clusters;
  const fleetData = { ...rest, ...(clusters === undefined ? {} : { clusters: clusterFacts }) };
  const { sound, diagnostics } = checkFleet(fleetData, { placeOf: nowhere, spellingOf: () => undefined });
  const found = [...diagnostics];
  const layer = (values: unknown, path: FieldPath): ValuesLayer[] => {
    if (values === undefined) return [];
    const read = valuesLayer(values, path);
    found.push(...read.diagnostics);
    return [read.layer];
  };
  const [base] = layer(baseValues, ['values']);
  const layers = new Map(
    entries.flatMap(([name, cluster]) =>
      layer(cluster?.values, ['clusters', name, 'values']).map((l): [string, ValuesLayer] => [name, l]),
    ),
  );
  const extra = sound === undefined ? undefined : readExtraFiles('.', sound, nowhere);
  const sealed = sound === undefined ? undefined : readSealedFiles('.', sound);
  found.push(...(extra?.diagnostics ?? []), ...(sealed?.diagnostics ?? []));
  const told = sortDiagnostics(found).map(redactDiagnostic);
  if (sound === undefined || hasErrors(told)) return { diagnostics: told };
  return {
    config: {
      fleet: sound,
      placeOf: nowhere,
      ...(base === undefined ? {} : { base }),
      clusters: layers,
      sealed: sealed?.sealed ?? new Map<string, string>(),
      extra: extra?.extra ?? new Map<string, readonly ExtraFile[]>(),
    },
    diagnostics: told,
  };
}

interface Definition {
  readonly values?: unknown;
  readonly clusters?: unknown;
}

type DefinedCluster = (ClusterConfig & { readonly values?: unknown }) | null;

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function noFleet(definition: unknown): Diagnostic {
  const kind = Array.isArray(definition) ? 'a list' : definition === null ? 'null' : typeof definition;
  return {
    code: 'CONFIG_TYPE',
    severity: 'error',
    message: `a fleet is a mapping, and what \`defineFleet\` got is ${kind}`,
    fix: 'write `defineFleet({ name, linkerd, clusters })`',
  };
}

/** Code has no place in a file; what is wrong is told by its path. */
const nowhere: PlaceOf = () => ({});

function factsOf(cluster: DefinedCluster): ClusterConfig | null {
  if (cluster === null || typeof cluster !== 'object') return cluster;
  return Object.fromEntries(Object.entries(cluster).filter(([key]) => key !== 'values'));
}

function valuesLayer(values: unknown, path: FieldPath): { layer: ValuesLayer; diagnostics: Diagnostic[] } {
  const file = fieldText(path);
  if (!isMapping(values)) {
    const message = `\`${file}\` holds values of the chart, so it is a mapping`;
    return {
      layer: { file, values: {}, placeOf: nowhere },
      diagnostics: [{ code: 'CONFIG_TYPE', severity: 'error', message, path: file }],
    };
  }
  const diagnostics = checkValues(values, { placeOf: nowhere, spellingOf: () => undefined });
  return {
    layer: { file, values, placeOf: nowhere },
    diagnostics: diagnostics.map((d) => ({ ...d, path: d.path === undefined ? file : `${file}.${d.path}` })),
  };
}
