import type { LoadedConfig } from '../config/loaded-config.js';
import type { ObjectReference, Place } from '../diagnostics/diagnostic.js';
import { nameOf } from '../extra/name-of.js';
import { readDocuments } from '../symbols/documents.js';
import { isPlain } from '../symbols/reader.js';
import { fieldPath } from './field-path.js';

/**
 * Where a cluster's extra manifests hold an object, or a field of it; their texts are parsed again for it.
 *
 * An object that names no namespace stands in the output with one. Undefined when no file holds it.
 */
export function extraPlace(
  { extra }: LoadedConfig,
  cluster: string,
  object: ObjectReference,
  path: string,
): Place | undefined {
  for (const { file, text } of extra.get(cluster) ?? []) {
    let place: Place | undefined;
    readDocuments(
      text,
      file,
      (document) => {
        const { kind, metadata } = document.object;
        if (kind !== object.kind || nameOf(document) !== object.name) return;
        if (isPlain(metadata) && metadata.namespace !== undefined && metadata.namespace !== object.namespace)
          return;
        const steps = path === '' ? ['metadata', 'name'] : fieldPath(path);
        const { line, column } = document.locate([...document.prefix, ...steps]);
        place ??= { file, line, column };
      },
      () => undefined,
    );
    if (place !== undefined) return place;
  }
  return undefined;
}
