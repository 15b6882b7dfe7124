import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Manifest } from '../manifests/manifest.js';
import { readDocuments } from '../symbols/documents.js';
import type { FleetConfig } from './fleet-config.js';
import type { PlaceOf } from './loaded-config.js';
import { readTextFile, shownPath } from './read-text-file.js';

/**
 * Reads the extra manifests of every cluster, by the cluster's key; `List` kinds are unfolded.
 *
 * Paths are relative to the fleet file. Reports what reading and parsing a file report, and EXTRA_MANIFEST_FORM.
 */
export function readExtraManifests(
  directory: string,
  fleet: FleetConfig,
  placeOf: PlaceOf,
): { extra: Map<string, readonly Manifest[]>; diagnostics: Diagnostic[] } {
  const extra = new Map<string, readonly Manifest[]>();
  const diagnostics: Diagnostic[] = [];
  for (const [cluster, entry] of Object.entries(fleet.clusters)) {
    const manifests: Manifest[] = [];
    for (const [index, name] of (entry?.extraManifests ?? []).entries()) {
      const path = join(directory, name);
      const read = readTextFile(path);
      const at = { cluster, ...placeOf(['clusters', cluster, 'extraManifests', index]) };
      const asked = { message: `${cluster} asks for it here`, ...at };
      diagnostics.push(...read.diagnostics.map((each) => ({ ...each, cluster, related: [asked] })));
      if (read.text === undefined) continue;
      const found = manifestsIn(read.text, shownPath(path));
      diagnostics.push(...found.diagnostics);
      manifests.push(...found.manifests);
    }
    if (manifests.length > 0) extra.set(cluster, manifests);
  }
  return { extra, diagnostics };
}

function manifestsIn(text: string, file: string): { manifests: Manifest[]; diagnostics: Diagnostic[] } {
  const manifests: Manifest[] = [];
  const diagnostics: Diagnostic[] = [];
  const wrong = (message: string): void => {
    diagnostics.push({
      code: 'EXTRA_MANIFEST_FORM',
      severity: 'error',
      file,
      message,
      why: 'it goes into the output as it stands, and Argo CD applies it',
      fix: 'write objects with apiVersion, kind and metadata.name',
    });
  };
  readDocuments(
    text,
    file,
    ({ object }) => {
      if (isManifest(object)) manifests.push(object);
      else wrong(`an object of ${file} has no name`);
    },
    (diagnostic) => diagnostics.push({ ...diagnostic, severity: 'error' }),
  );
  if (manifests.length === 0 && diagnostics.length === 0) wrong(`${file} holds no Kubernetes object`);
  return { manifests, diagnostics };
}

function isManifest(object: unknown): object is Manifest {
  const { metadata } = object as { metadata?: unknown };
  const name =
    typeof metadata === 'object' && metadata !== null ? (metadata as { name?: unknown }).name : undefined;
  return typeof name === 'string' && name !== '';
}
