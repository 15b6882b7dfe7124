/** Codes of the characters that have a meaning. */
export const code = {
  space: 0x20,
  newline: 0x0a,
  doubleQuote: 0x22,
  hash: 0x23,
  singleQuote: 0x27,
  comma: 0x2c,
  dash: 0x2d,
  colon: 0x3a,
  greater: 0x3e,
  question: 0x3f,
  openList: 0x5b,
  backslash: 0x5c,
  closeList: 0x5d,
  openMapping: 0x7b,
  pipe: 0x7c,
  closeMapping: 0x7d,
} as const;

const inKey = table('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./-');
const startsKey = table('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_');
const indicator = table(',[]{}#&*!|>\'"%@`');
const flowIndicator = table(',[]{}');

/** True for a character that an unquoted key may begin with. */
export function isKeyStart(at: number): boolean {
  return startsKey[at] === 1;
}

/** True for a character within an unquoted key. */
export function isKeyPart(at: number): boolean {
  return inKey[at] === 1;
}

/** True for a character that no unquoted text begins with. */
export function isIndicator(at: number): boolean {
  return indicator[at] === 1;
}

/** True for a character that ends unquoted text within brackets. */
export function isFlowIndicator(at: number): boolean {
  return flowIndicator[at] === 1;
}

/** Blanks and ends of lines beyond ASCII, of which readers think differently. */
const oddBlank = /[\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/;

/** True for text that holds a blank that is none to every reader. */
export function holdsOddBlank(text: string): boolean {
  return oddBlank.test(text);
}

function table(characters: string): Uint8Array {
  const set = new Uint8Array(128);
  for (const character of characters) set[character.charCodeAt(0)] = 1;
  return set;
}
