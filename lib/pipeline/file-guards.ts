import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { leakDiagnostics } from '../guards/leak-diagnostics.js';
import type { Manifest } from '../manifests/manifest.js';
import { diagnoseManifest } from '../schemas/diagnose.js';

/**
 * What forbids writing a file: an object that its schema refuses, or a secret anywhere in its text or name.
 *
 * Schemas of the objects must have been loaded. Reports SECRET_LEAKED, and what `diagnoseManifest` reports.
 */
export function fileDiagnostics(path: string, manifests: readonly Manifest[], text: string): Diagnostic[] {
  const wrong = manifests.flatMap((manifest) => diagnoseManifest(manifest));
  return [
    ...wrong.map((diagnostic) => ({ ...diagnostic, file: path })),
    ...leakDiagnostics(path, text, manifests),
  ];
}
