import type { Place } from '../../diagnostics/diagnostic.js';

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

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Index of the last entry that is not above `value`. */
function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? Infinity) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
