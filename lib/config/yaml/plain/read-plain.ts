import type { PlaceOf } from '../../loaded-config.js';
import { Positions } from '../positions.js';
import type { YamlFile } from '../yaml-file.js';
import { BeyondPlain } from './beyond-plain.js';
import { BlockReader } from './block-reader.js';
import { FieldOffsets, type FieldOffset } from './field-offsets.js';

/** What only the whole of YAML explains: tabs, other line ends, directives, and markers of documents but the first. */
const beyond = /[\t\r\u0085]|^(?:%|\.\.\.)|\n(?:%|---|\.\.\.)/;

/**
 * Reads the plain part of YAML 1.2 that nearly all fleet files keep to, many times faster than the whole language.
 *
 * Undefined for any text that holds more, right or wrong: block scalars, text over several lines, anchors, tags,
 * escapes, odd numbers, keys that stand twice. Whatever is read here, the `yaml` package reads alike.
 */
export function readPlainYaml(text: string, file?: string): YamlFile | undefined {
  if (beyond.test(text)) return undefined;
  const data = readBlock(text);
  if (data === undefined) return undefined;
  const positions = new Positions(text, file);
  let located: Located | undefined;
  const fieldAt = (path: Parameters<PlaceOf>[0]): { field?: FieldOffset; value: unknown; exact: boolean } => {
    located ??= locate(text);
    let value: unknown = located.data;
    let field: FieldOffset | undefined;
    for (const step of path) {
      const next = typeof value === 'object' && value !== null ? located.offsets.get(value, step) : undefined;
      if (next === undefined) return { ...(field === undefined ? {} : { field }), value, exact: false };
      field = next;
      value = (value as Record<string, unknown>)[step];
    }
    return { ...(field === undefined ? {} : { field }), value, exact: true };
  };
  const placeOf: PlaceOf = (path, part) => {
    const { field, value, exact } = fieldAt(path);
    if (field === undefined) return positions.placeAt(located?.start ?? 0);
    const isCollection = typeof value === 'object' && value !== null;
    const isLeftOut = !isCollection && field.end === field.value;
    const wantsValue = !isLeftOut && (part === undefined ? !isCollection : part === 'value');
    return positions.placeAt(wantsValue && exact ? field.value : field.key);
  };
  const spellingOf: YamlFile['spellingOf'] = (path) => {
    const { field, value, exact } = fieldAt(path);
    if (!exact || field === undefined || (typeof value === 'object' && value !== null)) return undefined;
    return text.slice(field.value, field.end);
  };
  return { data, hasPlainNumbers: true, placeOf, spellingOf };
}

interface Located {
  readonly data: unknown;
  readonly offsets: FieldOffsets;
  /** Where the first key stands. */
  readonly start: number;
}

/** The same text read once more, with the offset of each field. */
function locate(text: string): Located {
  const offsets = new FieldOffsets();
  const data = readBlock(text, offsets) ?? {};
  const [first] = Object.keys(data);
  return { data, offsets, start: first === undefined ? 0 : (offsets.get(data, first)?.key ?? 0) };
}

function readBlock(text: string, offsets?: FieldOffsets): Record<string, unknown> | undefined {
  try {
    return new BlockReader(text, offsets).document();
  } catch (error) {
    if (error instanceof BeyondPlain) return undefined;
    throw error;
  }
}
