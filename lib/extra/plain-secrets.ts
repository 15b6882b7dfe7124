import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Position } from '../symbols/field.js';
import { isFilledLater } from '../symbols/placeholder.js';
import { isPlain, type Plain } from '../symbols/reader.js';

/**
 * What a Secret holds as it is written, whatever it looks like: a password is no less one for being a word.
 *
 * What is sealed or filled in later passes. Reports SECRET_LEAKED; none of the content is repeated.
 */
export function plainSecrets(
  object: Plain,
  placeOf: (...path: readonly string[]) => Position,
): readonly Diagnostic[] {
  if (object.kind !== 'Secret' || object.apiVersion !== 'v1') return [];
  return ['data', 'stringData'].flatMap((map) => {
    const content = object[map];
    if (!isPlain(content)) return [];
    return Object.keys(content)
      .filter((key) => holdsSecret(content[key], map === 'data'))
      .map((key): Diagnostic => ({
        code: 'SECRET_LEAKED',
        severity: 'error',
        message: `\`${map}\` of a Secret holds a value as it is`,
        why: 'everyone who can read the repository could use it, and the history keeps it',
        fix: 'write an ExternalSecret or a SealedSecret in its place, and revoke it if it was ever committed',
        ...placeOf(map, key),
      }));
  });
}

function holdsSecret(value: unknown, isEncoded: boolean): boolean {
  if (typeof value !== 'string' || isFilledLater(value)) return false;
  return !isEncoded || !isFilledLater(Buffer.from(value, 'base64').toString('utf8'));
}
