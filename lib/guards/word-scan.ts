const upper = 1;
const digit = 2;
const lower = 4;
const mark = 8;

/** Class of each ASCII character: 0 for those no secret holds inside. */
const classes = new Uint8Array(128);
for (const [characters, kind] of [
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', upper],
  ['0123456789', digit],
  ['abcdefghijklmnopqrstuvwxyz', lower],
  ['+/_=.-', mark],
] as const) {
  for (const character of characters) classes[character.charCodeAt(0)] = kind;
}

/** No secret we know is shorter, nor a line of one that was wrapped. */
export const shortestWord = 16;

// characters beyond ASCII fall on the class of some ASCII one: that joins words, and hides none
function classAt(text: string, at: number): number {
  return classes[text.charCodeAt(at) & 127] ?? 0;
}

/** Where the word that holds or begins at `from` ends. */
export function wordEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && classAt(text, end) !== 0) end++;
  return end;
}

/**
 * Calls `visit` for each long word that has an upper-case letter or a digit; it answers where to go on.
 *
 * `isName` says that it is letters of both cases alone, as nearly all field names are. A word is a stretch of the characters that tokens, keys and base64 are made of; `end` is exclusive. Looks at every
 * sixteenth character and spreads from there, as no long word fits in between: one pass at about a nanosecond a
 * character, since this runs on every byte of output.
 */
export function scanWords(
  text: string,
  visit: (start: number, end: number, hasUpper: boolean, isName: boolean) => number,
): void {
  const length = text.length;
  let from = 0;
  for (let at = shortestWord - 1; at < length; at = from + shortestWord) {
    let kinds = classAt(text, at);
    if (kinds === 0) {
      from = at;
      continue;
    }
    let kind: number;
    let start = at;
    while (start > from && (kind = classAt(text, start - 1)) !== 0) {
      kinds |= kind;
      start--;
    }
    let end = at + 1;
    while (end < length && (kind = classAt(text, end)) !== 0) {
      kinds |= kind;
      end++;
    }
    from = end;
    if (end - start >= shortestWord && (kinds & (upper | digit)) !== 0) {
      from = visit(start, end, (kinds & upper) !== 0, kinds === (upper | lower));
    }
  }
}
