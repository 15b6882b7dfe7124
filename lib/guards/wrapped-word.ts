import { shortestWord, wordEnd } from './word-scan.js';

/** A word with the lines it was wrapped into joined again; `end` is where the last one ends in the text. */
export interface WrappedWord {
  readonly word: string;
  readonly end: number;
  /** Where each of its lines stands in the text. */
  readonly pieces: readonly { readonly start: number; readonly end: number }[];
  /** Offset in the text of the character at `offset` in the word. */
  readonly placeOf: (offset: number) => number;
}

/** A line break as it stands in text, in a quoted string, in JSON within a string, with indent or comment mark. */
const lineBreak = /(?:[ \t]*(?:\\{1,4}[nr]|\\?\r?\n)){1,100000}[ \t]*(?:#[ \t]*)?/y;
const blanks = /[ \t]{1,8}/y;

/** What may follow the last word of a line, be it a line of the file or of a quoted string. */
const lineEnd = /[ \t]*(?:$|["'\\<\r\n])/y;

function endsLine(text: string, at: number): boolean {
  lineEnd.lastIndex = at;
  return lineEnd.test(text);
}

/** Where the next piece of a wrapped word begins, if the text goes on with one. */
function nextPiece(text: string, end: number): { readonly start: number; readonly end: number } | undefined {
  lineBreak.lastIndex = end;
  const broken = lineBreak.exec(text);
  if (broken !== null) {
    const start = lineBreak.lastIndex;
    const pieceEnd = wordEnd(text, start);
    return pieceEnd > start && endsLine(text, pieceEnd) ? { start, end: pieceEnd } : undefined;
  }
  blanks.lastIndex = end;
  if (blanks.exec(text) === null) return undefined;
  const start = blanks.lastIndex;
  const pieceEnd = wordEnd(text, start);
  // words of prose are shorter than the lines of a folded secret, its last line excepted
  const isLine =
    pieceEnd - start >= shortestWord || (/[=\d]/.test(text.slice(start, pieceEnd)) && pieceEnd > start);
  return isLine && endsLine(text, pieceEnd) ? { start, end: pieceEnd } : undefined;
}

/**
 * False where the text surely does not go on with another piece of the word that ends at `end`: the answer for nearly
 * all words, at the price of a few characters.
 */
export function mayGoOn(text: string, end: number): boolean {
  const after = text.charCodeAt(end);
  if (after !== lineFeed)
    return after === blank || after === tab || after === backslash || after === carriageReturn;
  let start = end + 1;
  while (text.charCodeAt(start) === blank) start++;
  const pieceEnd = wordEnd(text, start);
  return pieceEnd === start || endsLine(text, pieceEnd);
}

const [tab, lineFeed, carriageReturn, blank, backslash] = [0x09, 0x0a, 0x0d, 0x20, 0x5c];

/** The word at `start`, joined with the lines that go on with it. */
export function unwrapWord(text: string, start: number, end: number): WrappedWord {
  const pieces = [{ at: 0, start, end }];
  let word = text.slice(start, end);
  let last = end;
  for (let next = nextPiece(text, last); next !== undefined; next = nextPiece(text, last)) {
    pieces.push({ at: word.length, ...next });
    word += text.slice(next.start, next.end);
    last = next.end;
  }
  const placeOf = (offset: number): number => {
    const piece = pieces.findLast((p) => p.at <= offset) ?? { at: 0, start };
    return piece.start + offset - piece.at;
  };
  return { word, end: last, pieces, placeOf };
}
