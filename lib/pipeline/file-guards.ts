import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { findLeaks } from '../guards/leak.js';
import { leakDiagnostics } from '../guards/leak-diagnostics.js';
import type { Manifest } from '../manifests/manifest.js';
import { writtenField } from '../manifests/serialize.js';
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
    ...leakDiagnostics(path, withoutSharedEnd(text, manifests), manifests),
  ];
}

/** Frozen fields whose text holds no secret. */
const cleanFields = new WeakSet();

/**
 * A file's text without the frozen `spec` it ends in, if that was found clean before: the CRD of each cluster ends in
 * the same 900 lines. Nothing spans the cut, as the line before it holds the key alone.
 */
function withoutSharedEnd(text: string, manifests: readonly Manifest[]): string {
  const spec = manifests.at(-1)?.spec;
  if (typeof spec !== 'object' || spec === null) return text;
  const shared = writtenField(spec);
  if (shared === undefined || !text.endsWith(`\nspec:${shared}\n`)) return text;
  if (!cleanFields.has(spec)) {
    if (findLeaks(shared).length > 0) return text;
    cleanFields.add(spec);
  }
  return text.slice(0, -shared.length - 1);
}
