import { loadConfig } from '../config/load-config.js';
import type { ReadText } from '../config/read-text-file.js';
import type { LoadedConfig } from '../config/loaded-config.js';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { Release } from '../releases/release.js';
import { resolveRelease } from '../releases/resolve-release.js';
import { deriveFleet } from '../topology/derive-fleet.js';
import type { Fleet } from '../topology/fleet.js';
import { laterLinkOptions } from '../topology/later-link-options.js';
import { regionsOf, type Region } from '../topology/regions.js';

/** A fleet that is ready to be rendered. */
export interface OpenedFleet {
  readonly config: LoadedConfig;
  readonly fleet: Fleet;
  readonly release: Release;
  /** The clusters, part by part; all in one where objects of others may name any of them. */
  readonly regions: readonly Region[];
}

/**
 * Derives the fleet of a configuration folder, or of a configuration that is already loaded.
 *
 * `opened` is absent when an error stands; warnings come with either. Reports what `loadConfig`, `deriveFleet`,
 * `resolveRelease` and `laterLinkOptions` report.
 */
export function openFleet(
  from: string | LoadedConfig,
  readText?: ReadText,
): {
  opened?: OpenedFleet;
  diagnostics: readonly Diagnostic[];
} {
  const { config, diagnostics: configDiagnostics } =
    typeof from === 'string' ? loadConfig(from, readText) : { config: from, diagnostics: [] };
  if (config === undefined) return { diagnostics: configDiagnostics };
  const derived = deriveFleet(config);
  const resolved = resolveRelease(config.fleet.linkerd.release);
  const diagnostics = [
    ...configDiagnostics,
    ...derived.diagnostics,
    ...resolved.diagnostics.map((diagnostic) => ({
      ...diagnostic,
      ...config.placeOf(['linkerd', 'release']),
      path: 'linkerd.release',
    })),
    ...(resolved.release === undefined ? [] : laterLinkOptions(config, resolved.release)),
  ];
  if (derived.fleet === undefined || resolved.release === undefined || hasErrors(diagnostics)) {
    return { diagnostics };
  }
  const { fleet } = derived;
  const regions = isOurs(config) ? regionsOf(fleet) : [fleet.clusters];
  return { opened: { config, fleet, release: resolved.release, regions }, diagnostics };
}

/** Whether all objects are of our own making. */
function isOurs({ extra, fleet }: LoadedConfig): boolean {
  return extra.size === 0 && Object.values(fleet.clusters).every((cluster) => cluster?.patches === undefined);
}
