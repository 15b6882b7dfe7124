import type { Place } from '../../diagnostics/diagnostic.js';
import { lastAtMost, lineStarts } from './line-starts.js';

/** Turns offsets of one text into places; lines are found at the first question. */
export class Positions {
  readonly #text: string;
  readonly #file: string | undefined;
  #lineStarts: readonly number[] | undefined;

  constructor(text: string, file?: string) {
    this.#text = text;
    this.#file = file;
  }

  /** Place of the character at `offset`: line and column from 1, a character outside the BMP counts once. */
  placeAt(offset: number): Place {
    const starts = (this.#lineStarts ??= lineStarts(this.#text));
    const line = lastAtMost(starts, offset);
    const start = starts[line] ?? 0;
    const column = countCharacters(this.#text.slice(start, offset)) + 1;
    return { ...(this.#file === undefined ? {} : { file: this.#file }), line: line + 1, column };
  }
}

/** Characters of a text as an editor counts them: a pair of surrogates is one. */
function countCharacters(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}
