/** Line and column of an offset, both from 1. */
export function placeIn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: lineBreaksIn(before) + 1, column: offset - before.lastIndexOf('\n') };
}

/** How many lines end in a text. */
export function lineBreaksIn(text: string): number {
  let count = 0;
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) count++;
  return count;
}
