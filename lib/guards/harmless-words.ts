import type { TextUnits } from './text-units.js';

/** Longer words are ciphertext or certificates, which do not come twice. */
const longestWord = 128;

/** Room for all names of some hundred clusters. */
const storeBytes = 1 << 20;

/** Places to look a word up at: twice the words that the store can hold, which have 16 bytes and their length at least. */
const slotCount = 1 << 17;

/**
 * Remembers which words a test found harmless, so that each is looked at once.
 *
 * Looks a word up where it stands: cutting it out of its text to find it in a `Set` costs three times as much, and a
 * part that was cut out keeps all of the text in memory.
 */
export class HarmlessWords {
  readonly #isHarmless: (word: string) => boolean;
  /** Each word with its length before it. */
  readonly #store = new Uint8Array(storeBytes);
  #end = 1;
  /** Where each word begins in the store, near the place that its hash names; 0 for none. */
  readonly #slots = new Int32Array(slotCount);

  /** `isHarmless` looks at the word alone, never at what stands around it. */
  constructor(isHarmless: (word: string) => boolean) {
    this.#isHarmless = isHarmless;
  }

  /** Whether the word from `start` to `end`, exclusive, is harmless; `units` are those of `text`. */
  has(text: string, { bytes, isAscii }: TextUnits, start: number, end: number): boolean {
    const length = end - start;
    // other letters may have the bytes of a known word
    if (!isAscii || length > longestWord) return this.#isHarmless(text.slice(start, end));
    let hash = length;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
    let slot = (hash ^ (hash >>> 15)) & (slotCount - 1);
    for (let known; (known = this.#slots[slot] ?? 0) !== 0; slot = (slot + 1) & (slotCount - 1)) {
      if (this.#isAt(known, bytes, start, length)) return true;
    }
    if (!this.#isHarmless(text.slice(start, end))) return false;
    this.#keep(slot, bytes, start, length);
    return true;
  }

  #isAt(place: number, bytes: Uint8Array, start: number, length: number): boolean {
    const store = this.#store;
    if (store[place] !== length) return false;
    for (let i = 0; i < length; i++) if (store[place + 1 + i] !== bytes[start + i]) return false;
    return true;
  }

  #keep(slot: number, bytes: Uint8Array, start: number, length: number): void {
    if (this.#end + 1 + length > storeBytes) {
      this.#slots.fill(0);
      this.#end = 1;
    }
    this.#slots[slot] = this.#end;
    this.#store[this.#end++] = length;
    for (let i = 0; i < length; i++) this.#store[this.#end++] = bytes[start + i] ?? 0;
  }
}
