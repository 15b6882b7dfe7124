import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SeenFiles } from '../files/file-batch.js';
import { leakDiagnostics } from '../guards/leak-diagnostics.js';
import type { Manifest } from '../manifests/manifest.js';
import { readDocuments } from '../symbols/documents.js';

/** Says where files hold a secret: the object and its field, as far as they hold objects. Reports SECRET_LEAKED. */
export function suspectDiagnostics(suspects: SeenFiles['suspects']): Diagnostic[] {
  return suspects.flatMap(({ path, text }) => leakDiagnostics(path, text, manifestsIn(path, text)));
}

/** The objects that a file was made of. */
function manifestsIn(path: string, text: string): Manifest[] {
  const manifests: Manifest[] = [];
  if (!path.endsWith('.yaml')) return manifests;
  const found: Parameters<typeof readDocuments>[2] = ({ object }) => {
    manifests.push(object as unknown as Manifest);
  };
  // it was written by us, so there is nothing to say of its form
  readDocuments(text, path, found, () => undefined);
  return manifests;
}
