import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { cleanInside } from '../guards/clean-inside.js';
import { holdsCredential } from '../guards/kubeconfig-leak.js';
import { findLeaks, keyHeader, type Stretch } from '../guards/leak.js';
import { leakDiagnostics } from '../guards/leak-diagnostics.js';
import { sharedEnd, type FileText, type SharedText } from '../manifests/file-text.js';
import type { Manifest } from '../manifests/manifest.js';
import { diagnoseManifest } from '../schemas/diagnose.js';

/**
 * What forbids writing a file: an object that its schema refuses, or a secret anywhere in its text or name.
 *
 * Schemas of the objects must have been loaded. Reports SECRET_LEAKED, and what `diagnoseManifest` reports.
 */
export function fileDiagnostics(path: string, manifests: readonly Manifest[], file: FileText): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const manifest of manifests) {
    for (const diagnostic of diagnoseManifest(manifest)) found.push({ ...diagnostic, file: path });
  }
  found.push(...leakDiagnostics(path, isKnownClean(file) ? '' : file.text, manifests));
  return found;
}

/** Where each shared part holds no secret, whatever stands around it; null where it may. */
const insides = new WeakMap<SharedText, Stretch | null>();

function insideOf(part: SharedText): Stretch | undefined {
  let inside = insides.get(part);
  if (inside === undefined) insides.set(part, (inside = cleanInside(part.text) ?? null));
  return inside ?? undefined;
}

/**
 * Whether a text holds no secret, which nearly every one does not: told without a look into its shared parts, which
 * were looked at where they first came.
 */
function isKnownClean(file: FileText): boolean {
  const clean: Stretch[] = [];
  for (const { before, part } of file.shared) {
    const inside = insideOf(part);
    const { length } = before;
    if (inside !== undefined) clean.push({ start: length + inside.start, end: length + inside.end });
  }
  const end = sharedEnd(file);
  const inside = end && insideOf(end.part);
  if (end === undefined || inside === undefined) return findLeaks(file.text, clean).length === 0;
  // all that follows is as clean as the inside, having nothing after it; and the text need not be put together
  const beginning = end.before + end.part.text.slice(0, inside.start);
  const tellsOfEnd = beginning.includes(keyHeader) || holdsCredential(beginning);
  return !tellsOfEnd && findLeaks(beginning, clean.slice(0, -1)).length === 0;
}
