import type { ReadDocument } from '../symbols/documents.js';
import { isPlain } from '../symbols/reader.js';

/**
 * What findings call an object of an extra manifest: its name, or the line where one without a name begins.
 *
 * Without a name it is refused, but all else that is wrong with it can be told in the same run.
 */
export function nameOf({ object, locate, prefix }: ReadDocument): string {
  const name = givenName(object.metadata);
  return name ?? `(no name, line ${locate(prefix).line})`;
}

/** The name that a `metadata` gives; undefined for none, or one that is no text. */
export function givenName(metadata: unknown): string | undefined {
  const name = isPlain(metadata) ? metadata.name : undefined;
  return typeof name === 'string' && name !== '' ? name : undefined;
}
