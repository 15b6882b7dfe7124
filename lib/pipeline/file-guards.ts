import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { findLeaks } from '../guards/leak.js';
import { leakDiagnostics } from '../guards/leak-diagnostics.js';
import type { Manifest } from '../manifests/manifest.js';
import { isSharedPart } from '../manifests/shared-part.js';
import { writtenField } from '../manifests/serialize.js';
import { diagnoseManifest } from '../schemas/diagnose.js';

/**
 * What forbids writing a file: an object that its schema refuses, or a secret anywhere in its text or name.
 *
 * Schemas of the objects must have been loaded. Reports SECRET_LEAKED, and what `diagnoseManifest` reports.
 */
export function fileDiagnostics(path: string, manifests: readonly Manifest[], text: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const manifest of manifests) {
    for (const diagnostic of diagnoseManifest(manifest)) found.push({ ...diagnostic, file: path });
  }
  found.push(
    ...leakDiagnostics(
      path,
      isKnownClean(text, manifests) ? '' : withoutSharedEnd(text, manifests),
      manifests,
    ),
  );
  if (found.length === 0) rememberClean(text, manifests);
  return found;
}

/** Texts that held no secret, by the first of the shared objects that they are made of. */
const cleanTexts = new WeakMap<Manifest, string>();

/** Files of shared objects alone read the same in cluster after cluster: equal text needs no second look. */
function isKnownClean(text: string, [first]: readonly Manifest[]): boolean {
  return first !== undefined && cleanTexts.get(first) === text;
}

function rememberClean(text: string, manifests: readonly Manifest[]): void {
  const [first] = manifests;
  if (first !== undefined && manifests.every(isSharedPart)) cleanTexts.set(first, text);
}

const fieldName = '\nspec:';

/** Shared fields whose text holds no secret, each with the end of the files that end in it. */
const cleanEnds = new WeakMap<object, string>();

/**
 * A file's text without the frozen `spec` it ends in, if that was found clean before: the CRD of each cluster ends in
 * the same 900 lines. Nothing spans the cut, as the line before it holds the key alone.
 */
function withoutSharedEnd(text: string, manifests: readonly Manifest[]): string {
  const spec = manifests.at(-1)?.spec;
  if (typeof spec !== 'object' || spec === null) return text;
  let end = cleanEnds.get(spec);
  if (end === undefined) {
    const shared = writtenField(spec);
    if (shared === undefined || findLeaks(shared).length > 0) return text;
    cleanEnds.set(spec, (end = `${fieldName}${shared}\n`));
  }
  return text.endsWith(end) ? text.slice(0, fieldName.length - end.length) : text;
}
