import { isSharedPart, sharedCopy } from './shared-part.js';

/** Texts kept, twice this many at most. */
const mostTexts = 1000;

/**
 * Remembers the parts that were made for a text, such as the name of a Link, and makes shared parts of them when they
 * are asked for again: what a fleet has one of costs nothing more, and what each of 100 clusters has of its like in
 * all the others is made once.
 */
export class RememberedParts<T extends object> {
  #recent = new Map<string, Remembered<T>>();
  #older = new Map<string, Remembered<T>>();

  /**
   * The parts for a text, if they are still right, or new ones. From the second time on they are shared parts, so what
   * is made must be in the form of one.
   */
  of(text: string, make: () => T, isRight: (parts: T) => boolean = () => true): T {
    const known = this.#recent.get(text) ?? this.#older.get(text);
    if (known !== undefined && isRight(known.parts)) {
      if (!known.isShared) {
        known.isShared = true;
        known.parts = sharedFields(known.parts);
      }
      if (!this.#recent.has(text)) this.#keep(text, known);
      return known.parts;
    }
    const parts = make();
    this.#keep(text, { parts, isShared: false });
    return parts;
  }

  #keep(text: string, remembered: Remembered<T>): void {
    if (this.#recent.size >= mostTexts) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(text, remembered);
  }
}

interface Remembered<T> {
  parts: T;
  isShared: boolean;
}

/** The parts, with shared copies of those that are maps or lists, and of the maps in these: a Link's `spec` is one too. */
function sharedFields<T extends object>(parts: T): T {
  const shared = { ...parts };
  for (const key in shared) {
    const part: unknown = shared[key];
    if (typeof part === 'object' && part !== null && !isSharedPart(part))
      shared[key] = sharedCopy(Array.isArray(part) ? part : sharedFields(part)) as typeof part &
        T[typeof key];
  }
  return shared;
}
