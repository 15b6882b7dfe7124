import { FieldOffsets, type FieldOffset } from '../config/yaml/plain/field-offsets.js';
import { plain12 } from '../config/yaml/plain/plain-scalar.js';
import { readPlainMapping } from '../config/yaml/plain/read-plain.js';
import type { Locate, Position } from './field.js';
import type { TextPart } from './list-parts.js';
import type { Plain } from './reader.js';

/** What the parser looks at more closely than the reader of plain YAML does. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const controlCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;

/**
 * A document in the plain part of YAML that nearly all manifests keep to, ten times faster than the parser reads it;
 * undefined for one that holds more, right or wrong.
 *
 * Values and places are those of `plainOf` and `locator`.
 */
export function readPlainDocument({
  text,
  line,
  column,
}: TextPart): { readonly value: Plain; readonly locate: Locate } | undefined {
  if (controlCharacter.test(text)) return undefined;
  const offsets = new FieldOffsets();
  const value = readPlainMapping(text, plain12, offsets);
  return value === undefined
    ? undefined
    : { value, locate: plainLocator(value, offsets, { text, line, column }) };
}

function plainLocator(
  root: Plain,
  offsets: FieldOffsets,
  { text, line: firstLine, column }: TextPart,
): Locate {
  // the text may begin within a line
  const lineStarts = [-column];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  const placeAt = (offset: number): Position => {
    const line = lastAtMost(lineStarts, offset);
    return { line: line + 1 + firstLine, column: offset - (lineStarts[line] ?? 0) + 1 };
  };
  return (path) => {
    let value: unknown = root;
    let found: FieldOffset | undefined;
    for (const step of path) {
      if (typeof value !== 'object' || value === null) break;
      if (Array.isArray(value) !== (typeof step === 'number')) break;
      const next = offsets.get(value, step);
      if (next === undefined) break;
      found = next;
      value = (value as Record<string | number, unknown>)[step];
    }
    if (found === undefined) return placeAt(offsets.start);
    // a map is best found by its key, and so is an empty value: `port:` says more than the line below it
    return placeAt(typeof value === 'object' ? found.key : found.value);
  };
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
