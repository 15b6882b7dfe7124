import { lastAtMost, lineStarts } from '../config/yaml/line-starts.js';
import { FieldOffsets, type FieldOffset } from '../config/yaml/plain/field-offsets.js';
import { plain12 } from '../config/yaml/plain/plain-scalar.js';
import { readPlainMapping } from '../config/yaml/plain/read-plain.js';
import { unprintable } from '../helm/unprintable.js';
import type { Locate, Position } from './field.js';
import type { TextPart } from './list-parts.js';
import type { Plain } from './reader.js';

/**
 * A document in the plain part of YAML that nearly all manifests keep to, many times faster than the parser reads it;
 * undefined for one that holds more, right or wrong.
 *
 * Values and places are those of `plainOf` and `locator`.
 */
export function readPlainDocument({
  text,
  line,
  column,
}: TextPart): { readonly value: Plain; readonly locate: Locate } | undefined {
  // the parser looks at them more closely
  if (unprintable.test(text)) return undefined;
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
  const starts = lineStarts(text);
  // the text may begin within a line
  starts[0] = -column;
  const placeAt = (offset: number): Position => {
    const line = lastAtMost(starts, offset);
    return { line: line + 1 + firstLine, column: offset - (starts[line] ?? 0) + 1 };
  };
  return (path, part) => {
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
    return placeAt(part === 'key' || typeof value === 'object' ? found.key : found.value);
  };
}
