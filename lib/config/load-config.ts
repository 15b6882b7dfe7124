import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.js';
import { redactDiagnostic } from '../guards/redact.js';
import { sortDiagnostics } from '../diagnostics/order.js';
import { readExtraFiles } from './extra-files.js';
import type { FleetConfig } from './fleet-config.js';
import type { ExtraFile, LoadedConfig } from './loaded-config.js';
import { parseFleet } from './parse-fleet.js';
import { readRegularFile, shownPath, type ReadText } from './read-text-file.js';
import { readSealedFiles } from './sealed-files.js';
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
 * all files are told in one run. `readText` reads each of them. @default from the disk
 */
export function loadConfig(directory: string, readText: ReadText = readRegularFile): ConfigResult {
  const { config, diagnostics } = readFolder(directory, readText);
  // messages quote what is written, which may be a secret in the wrong place
  const told = sortDiagnostics(diagnostics).map(redactDiagnostic);
  return config === undefined || hasErrors(told) ? { diagnostics: told } : { config, diagnostics: told };
}

const noSealedFiles = { sealed: new Map<string, string>(), diagnostics: [] };
const noExtraFiles = { extra: new Map<string, readonly ExtraFile[]>(), diagnostics: [] };

function readFolder(directory: string, readText: ReadText): ConfigResult {
  const path = join(directory, 'fleet.yaml');
  const read = readText(path);
  if (read.text === undefined) return { diagnostics: explainMissing(directory, read.diagnostics) };
  const parsed = parseFleet(read.text, shownPath(path));
  const { sound, placeOf } = parsed;
  const files = findValuesFiles(directory, sound === undefined ? undefined : argocdNames(sound));
  const layers = readValuesLayers(files, sound?.wrapper, { readText });
  const { fleet } = parsed;
  const sealed = fleet === undefined ? noSealedFiles : readSealedFiles(directory, fleet, readText);
  const extra = fleet === undefined ? noExtraFiles : readExtraFiles(directory, fleet, placeOf, readText);
  const diagnostics = [
    ...parsed.diagnostics,
    ...files.diagnostics,
    ...layers.diagnostics,
    ...sealed.diagnostics,
    ...extra.diagnostics,
  ];
  if (fleet === undefined) return { diagnostics };
  const base = layers.base === undefined ? {} : { base: layers.base };
  return {
    config: {
      file: shownPath(path),
      fleet,
      placeOf,
      ...base,
      clusters: layers.clusters,
      sealed: sealed.sealed,
      extra: extra.extra,
    },
    diagnostics,
  };
}

function argocdNames(fleet: FleetConfig): Map<string, string> {
  return new Map(Object.entries(fleet.clusters).map(([key, cluster]) => [cluster?.argocdName ?? key, key]));
}

/** A fleet file that is not there: under another name, perhaps, or in another folder. */
function explainMissing(directory: string, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    if (diagnostic.code !== 'FILE_MISSING') return diagnostic;
    const near = ['fleet.yml', 'fleet.json', 'Fleet.yaml', 'config/fleet.yaml'].find((name) =>
      existsSync(join(directory, name)),
    );
    if (near === undefined)
      return {
        ...diagnostic,
        fix: '`linkspan init` writes a small one; `--config DIR` names another folder',
      };
    const fix = near.includes('/')
      ? `name that folder: \`--config ${shownPath(join(directory, 'config'))}\``
      : `rename \`${near}\` to \`fleet.yaml\``;
    return { ...diagnostic, fix };
  });
}
