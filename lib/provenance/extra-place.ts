import { dirname, join } from 'node:path';
import { readTextFile, shownPath } from '../config/read-text-file.js';
import type { LoadedConfig } from '../config/loaded-config.js';
import type { ObjectReference, Place } from '../diagnostics/diagnostic.js';
import { readDocuments } from '../symbols/documents.js';
import { isPlain } from '../symbols/reader.js';
import { fieldPath } from './field-path.js';

/**
 * Where a cluster's extra manifests hold an object, or a field of it.
 *
 * They are read again, as nothing is kept of where an object stood. Undefined when no file holds it any more.
 */
export function extraPlace(
  { file, fleet }: LoadedConfig,
  cluster: string,
  object: ObjectReference,
  path: string,
): Place | undefined {
  if (file === undefined) return undefined;
  for (const name of fleet.clusters[cluster]?.extraManifests ?? []) {
    const extra = join(dirname(file), name);
    const { text } = readTextFile(extra);
    let place: Place | undefined;
    if (text === undefined) continue;
    readDocuments(
      text,
      extra,
      (document) => {
        const { kind, metadata } = document.object;
        if (!isPlain(metadata) || kind !== object.kind || metadata.name !== object.name) return;
        if (metadata.namespace !== object.namespace) return;
        const steps = path === '' ? ['metadata', 'name'] : fieldPath(path);
        const { line, column } = document.locate([...document.prefix, ...steps]);
        place ??= { file: shownPath(extra), line, column };
      },
      () => undefined,
    );
    if (place !== undefined) return place;
  }
  return undefined;
}
