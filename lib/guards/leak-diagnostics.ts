import type { Diagnostic, ObjectReference } from '../diagnostics/diagnostic.js';
import type { Manifest } from '../manifests/manifest.js';
import { findLeaks, type Leak } from './leak.js';
import { leaksIn } from './leaks-in.js';

const layersText = ['', ', in base64', ', in base64 twice'];

function kindText({ kind, layers }: Pick<Leak, 'kind' | 'layers'>): string {
  return `${kind}${layersText[layers] ?? `, in base64 ${layers} times`}`;
}

function leakDiagnostic(leak: Pick<Leak, 'kind' | 'layers'>, where: string): Diagnostic {
  return {
    code: 'SECRET_LEAKED',
    severity: 'error',
    message: `${where} holds ${kindText(leak)}`,
    why: 'everyone who can read the repository could use it, and the history keeps it',
    fix: 'take it out, keep it in the secret store that `credentials` names, and revoke it if it was ever committed',
  };
}

function reference(manifest: Manifest): ObjectReference {
  const { apiVersion, kind, metadata } = manifest;
  const named = { apiVersion, kind, name: findLeaks(metadata.name).length > 0 ? '<name>' : metadata.name };
  return metadata.namespace === undefined ? named : { ...named, namespace: metadata.namespace };
}

/**
 * Says where a file holds a secret, in its name or its text; the secret itself is never repeated.
 *
 * Nearly all files pass a single scan of their text. For one that does not, `manifests`, the objects it was made of,
 * name the object and the field. Reports SECRET_LEAKED.
 */
export function leakDiagnostics(
  file: string,
  text: string,
  manifests: readonly Manifest[] = [],
): readonly Diagnostic[] {
  const [inName] = findLeaks(file);
  if (inName !== undefined) return [leakDiagnostic(inName, 'the name of a file')];
  const leaks = findLeaks(text);
  if (leaks.length === 0) return [];
  const fields = manifests.flatMap((manifest) =>
    leaksIn(manifest).map((leak) => ({
      ...leakDiagnostic(leak, leak.path),
      file,
      path: leak.path,
      object: reference(manifest),
    })),
  );
  if (fields.length > 0) return fields;
  const placeOf = placesIn(text);
  return leaks.map((leak) => ({ ...leakDiagnostic(leak, 'this line'), file, ...placeOf(leak.offset) }));
}

/** Line and column of offsets that only grow, so that a text is walked through once. */
function placesIn(text: string): (offset: number) => { line: number; column: number } {
  let line = 1;
  let start = 0;
  return (offset) => {
    for (let end = text.indexOf('\n', start); end !== -1 && end < offset; end = text.indexOf('\n', start)) {
      line += 1;
      start = end + 1;
    }
    return { line, column: offset - start + 1 };
  };
}
