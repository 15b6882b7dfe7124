/** Value of each base64 and base64url character; 255 for others. */
const values = new Uint8Array(128).fill(255);
'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.split('').forEach((character, value) => {
  values[character.charCodeAt(0)] = value;
});
values['-'.charCodeAt(0)] = 62;
values['_'.charCodeAt(0)] = 63;

/** Four characters are three bytes; so many groups in a row are text by chance once in millions of names. */
const fewestGroups = 4;

function isTextByte(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 9 || byte === 10 || byte === 13;
}

/** True when the four characters at `at` are base64 of three bytes of ASCII text. */
function isTextGroup(word: string, at: number): boolean {
  const a = values[word.charCodeAt(at) & 127] ?? 255;
  // the top bit of ASCII is 0 and so are most first halves: nearly all names end here
  if (a > 31 || (a < 8 && a !== 2 && a !== 3)) return false;
  const b = values[word.charCodeAt(at + 1) & 127] ?? 255;
  const c = values[word.charCodeAt(at + 2) & 127] ?? 255;
  const d = values[word.charCodeAt(at + 3) & 127] ?? 255;
  if (b > 63 || c > 63 || d > 63) return false;
  return (
    isTextByte((a << 2) | (b >> 4)) &&
    isTextByte(((b & 15) << 4) | (c >> 2)) &&
    isTextByte(((c & 3) << 6) | d)
  );
}

/** A stretch of base64 that is ASCII text: where it begins in the word, and the text. */
export interface EncodedText {
  readonly offset: number;
  readonly text: string;
}

/**
 * The stretches of a word that are base64 or base64url of ASCII text, wherever they begin.
 *
 * Names and ciphertext have none; a certificate in base64 is one, and its text is a harmless PEM block.
 */
export function encodedTexts(word: string): readonly EncodedText[] {
  let found: EncodedText[] | undefined;
  for (let shift = 0; shift < 4; shift++) {
    let groups = 0;
    for (let at = shift; ; at += 4) {
      if (at + 3 < word.length && isTextGroup(word, at)) {
        groups++;
        continue;
      }
      if (groups >= fewestGroups) {
        const offset = at - groups * 4;
        // the last group may be cut short by the end of the data
        const stretch = word.slice(offset, at + 4);
        (found ??= []).push({ offset, text: Buffer.from(stretch, 'base64').toString('latin1') });
      }
      groups = 0;
      if (at + 3 >= word.length) break;
    }
  }
  return found ?? [];
}
