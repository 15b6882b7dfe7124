import { join } from 'node:path';
import type { Diagnostic, Related } from '../diagnostics/diagnostic.js';
import type { FleetConfig } from './fleet-config.js';
import type { ExtraFile, PlaceOf } from './loaded-config.js';
import { readRegularFile, shownPath, type ReadText } from './read-text-file.js';

/**
 * Reads the files of further objects of every cluster, by the cluster's key, as text.
 *
 * Paths are relative to `directory`. Reports what reading a file reports, with the line that asks for it.
 */
export function readExtraFiles(
  directory: string,
  fleet: FleetConfig,
  placeOf: PlaceOf,
  readText: ReadText = readRegularFile,
): { extra: Map<string, readonly ExtraFile[]>; diagnostics: Diagnostic[] } {
  const extra = new Map<string, readonly ExtraFile[]>();
  const diagnostics: Diagnostic[] = [];
  for (const [cluster, entry] of Object.entries(fleet.clusters)) {
    const files: ExtraFile[] = [];
    for (const [index, name] of (entry?.extraManifests ?? []).entries()) {
      const path = join(directory, name);
      const read = readText(path);
      const asked = (): Related => ({
        message: `${cluster} asks for it here`,
        cluster,
        ...placeOf(['clusters', cluster, 'extraManifests', index]),
      });
      diagnostics.push(...read.diagnostics.map((each) => ({ ...each, cluster, related: [asked()] })));
      if (read.text !== undefined) files.push({ file: shownPath(path), text: read.text });
    }
    if (files.length > 0) extra.set(cluster, files);
  }
  return { extra, diagnostics };
}
