/** Where the last character looked at goes: a look that nobody waits for may not be taken. */
let looked = 0;

/**
 * The same text in one piece, for one that becomes part of many.
 *
 * V8 keeps a text that was put together as the tree of its parts until a character is looked at, and walks through that
 * tree again for every text that it is part of.
 */
export function inOnePiece(text: string): string {
  looked = text.charCodeAt(looked & 0);
  return text;
}
