import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

import type { Manifest } from '../../../lib/manifests/manifest.js';

/** The objects of a file, or of all YAML files at any depth of a folder, in order. Rejects what is not plain YAML. */
export function readManifests(path: string): Manifest[] {
  if (statSync(path).isDirectory()) {
    return readdirSync(path)
      .sort()
      .filter((name) => name.endsWith('.yaml') || statSync(join(path, name)).isDirectory())
      .flatMap((name) => readManifests(join(path, name)));
  }
  return parseManifests(readFileSync(path, 'utf8'));
}

/** The objects of a YAML text. */
function parseManifests(text: string): Manifest[] {
  return parseAllDocuments(text).flatMap((document) => {
    if (document.errors[0] !== undefined) throw document.errors[0];
    const object = document.toJS() as Manifest | null;
    return object === null ? [] : [object];
  });
}
