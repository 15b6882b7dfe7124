import { join } from 'node:path';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.js';
import { sortDiagnostics } from '../diagnostics/order.js';
import type { FleetConfig } from './fleet-config.js';
import type { LoadedConfig } from './loaded-config.js';
import { parseFleet } from './parse-fleet.js';
import { readTextFile, shownPath } from './read-text-file.js';
import { findValuesFiles } from './values-files.js';
import { readValuesLayers } from './values-layers.js';

/** The configuration of a fleet, unless an error stands, and everything found on the way in reading order. */
export interface ConfigResult {
  readonly config?: LoadedConfig;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a configuration folder: `fleet.yaml`, `values.yaml` and `<argocdName>-values.yaml`.
 *
 * Only the fleet file is required. A relative `directory` is taken from the working directory. All mistakes of
 * all files are told in one run.
 */
export function loadConfig(directory: string): ConfigResult {
  const path = join(directory, 'fleet.yaml');
  const read = readTextFile(path);
  if (read.text === undefined) return { diagnostics: read.diagnostics };
  const { fleet, placeOf, diagnostics: fleetDiagnostics } = parseFleet(read.text, shownPath(path));
  if (fleet === undefined) return { diagnostics: sortDiagnostics(fleetDiagnostics) };
  const files = findValuesFiles(directory, argocdNames(fleet));
  const layers = readValuesLayers(files, fleet.wrapper);
  const diagnostics = sortDiagnostics([...fleetDiagnostics, ...files.diagnostics, ...layers.diagnostics]);
  if (hasErrors(diagnostics)) return { diagnostics };
  const base = layers.base === undefined ? {} : { base: layers.base };
  return { config: { fleet, placeOf, ...base, clusters: layers.clusters }, diagnostics };
}

function argocdNames(fleet: FleetConfig): Map<string, string> {
  return new Map(Object.entries(fleet.clusters).map(([key, cluster]) => [cluster?.argocdName ?? key, key]));
}
