import { isSharedPart } from '../manifests/shared-part.js';
import type { Path } from './field.js';
import type { Reader } from './reader.js';

/**
 * Makes a reader of one part of our own objects read each part once, however many objects share it.
 *
 * Most objects of a fleet differ from their like in other clusters by their metadata alone. What is read is shared as
 * well, and takes no memory a second time. Files that somebody else wrote are read anew, as each field has a place.
 *
 * @param key of the part in the object: `spec`
 * @param read looks at nothing of the object but this part
 */
export function onceForPart<T extends object>(
  key: string,
  read: (reader: Reader) => T,
): (reader: Reader) => T {
  const known = new WeakMap<object, { readonly made: T; readonly path: Path }>();
  return (reader) => {
    const part = reader.value[key];
    if (reader.hasPlaces || typeof part !== 'object' || part === null) return read(reader);
    const earlier = known.get(part);
    // a part of two places has two paths
    if (earlier?.path === reader.path) return earlier.made;
    const mistakes = reader.mistyped.length;
    const made = read(reader);
    // each object is told of with its own mistakes
    if (isSharedPart(part) && reader.mistyped.length === mistakes)
      known.set(part, { made, path: reader.path });
    return made;
  };
}

/**
 * The same for a list of texts, which is read once for equal ones: the controllers of a hub's spokes have their
 * arguments alike, each in a list of its own.
 */
export function onceForList<T extends object>(
  key: string,
  read: (reader: Reader) => T,
): (reader: Reader) => T {
  const readPart = onceForPart(key, read);
  const lists = new Map<
    string,
    { readonly texts: readonly unknown[]; readonly path: Path; readonly made: T }
  >();
  return (reader) => {
    const list = reader.value[key];
    if (reader.hasPlaces || !Array.isArray(list) || isSharedPart(list)) return readPart(reader);
    const texts: readonly unknown[] = list;
    const joined = texts.join('\n');
    const earlier = lists.get(joined);
    if (earlier?.path === reader.path && areEqual(earlier.texts, texts)) return earlier.made;
    const made = readPart(reader);
    // what is no text is told of each object
    if (texts.every((text) => typeof text === 'string')) {
      if (lists.size >= mostLists) lists.clear();
      // a copy, as the list is the author's, who may go on with it
      lists.set(joined, { texts: texts.slice(), path: reader.path, made });
    }
    return made;
  };
}

/** Lists that differ with the hub, in a fleet of as many: more would fill memory with what is met once. */
const mostLists = 64;

function areEqual(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
