/** More are not kept: all names of some hundred clusters, in a few megabytes. */
const mostWords = 20_000;

/** Longer words are ciphertext or certificates, which do not come twice. */
const longestWord = 128;

/** Remembers which words a test found harmless, so that each is looked at once. */
export class HarmlessWords {
  readonly #known = new Set<string>();
  readonly #isHarmless: (word: string) => boolean;

  /** `isHarmless` looks at the word alone, never at what stands around it. */
  constructor(isHarmless: (word: string) => boolean) {
    this.#isHarmless = isHarmless;
  }

  /** Whether a word is harmless. */
  has(word: string): boolean {
    if (this.#known.has(word)) return true;
    if (!this.#isHarmless(word)) return false;
    if (word.length <= longestWord) {
      if (this.#known.size >= mostWords) this.#known.clear();
      // a part of a text would keep all of the text in memory
      this.#known.add(` ${word}`.slice(1));
    }
    return true;
  }
}
