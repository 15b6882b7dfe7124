import type { TextUnits } from './text-units.js';

const upper = 1;
const digit = 2;
const lower = 4;
const mark = 8;

/**
 * Class of each character by its low byte: 0 for those no secret holds inside.
 *
 * Characters beyond ASCII have the class of some ASCII one: that joins words, and hides none.
 */
const classes = new Uint8Array(256);
for (const [characters, kind] of [
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', upper],
  ['0123456789', digit],
  ['abcdefghijklmnopqrstuvwxyz', lower],
  ['+/_=.-', mark],
] as const) {
  for (const character of characters) {
    const code = character.charCodeAt(0);
    classes[code] = classes[code + 128] = kind;
  }
}

/** No secret we know is shorter, nor a line of one that was wrapped. */
export const shortestWord = 16;

/** Where the word that holds or begins at `from` ends. */
export function wordEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && classes[text.charCodeAt(end) & 255] !== 0) end++;
  return end;
}

/**
 * Calls `visit` for each long word that has an upper-case letter or a digit; it answers where to go on.
 *
 * `isName` says that it is letters of both cases alone, as nearly all field names are. A word is a stretch of the
 * characters that tokens, keys and base64 are made of; `end` is exclusive. Looks at every sixteenth character and
 * spreads from there, as no long word fits in between: this runs on every byte of output, but for what is `skipped`:
 * stretches of whole lines, in order.
 */
export function scanWords(
  units: TextUnits,
  skipped: readonly { readonly start: number; readonly end: number }[],
  visit: (start: number, end: number, hasUpper: boolean, isName: boolean) => number,
): void {
  let from = 0;
  for (const { start, end } of skipped) from = Math.max(end, scanStretch(units.bytes, from, start, visit));
  scanStretch(units.bytes, from, units.length, visit);
}

/** Scans from `from` to `length`; answers where it would go on. */
function scanStretch(
  bytes: Uint8Array,
  begin: number,
  length: number,
  visit: (start: number, end: number, hasUpper: boolean, isName: boolean) => number,
): number {
  let from = begin;
  for (let at = from + shortestWord - 1; at < length; at = from + shortestWord) {
    let kinds = classes[bytes[at] ?? 0] ?? 0;
    if (kinds === 0) {
      from = at;
      continue;
    }
    let kind: number;
    let start = at;
    while (start > from && (kind = classes[bytes[start - 1] ?? 0] ?? 0) !== 0) {
      kinds |= kind;
      start--;
    }
    let end = at + 1;
    while (end < length && (kind = classes[bytes[end] ?? 0] ?? 0) !== 0) {
      kinds |= kind;
      end++;
    }
    from = end;
    if (end - start >= shortestWord && (kinds & (upper | digit)) !== 0) {
      from = visit(start, end, (kinds & upper) !== 0, kinds === (upper | lower));
    }
  }
  return from;
}
