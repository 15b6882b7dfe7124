import type { FieldPath, PlaceOf } from '../../loaded-config.js';
import { Positions } from '../positions.js';
import type { YamlFile } from '../yaml-file.js';
import { BeyondPlain } from './beyond-plain.js';
import { BlockReader } from './block-reader.js';
import { FieldOffsets, type FieldOffset } from './field-offsets.js';
import type { PlainDialect } from './plain-dialect.js';

/** What only the whole of YAML explains: tabs and other line ends. */
const oddCharacter = /[\t\r\u0085]/;

/** A line before the document that says nothing; one at a time, since a repeated group needs stack for each line. */
const silentLine = / *(?:#.*)?\n/y;

/** The marker of a document's start. */
const startMarker = '---\n';

/** Markers of documents, and directives; only at the start of a line are they any. */
const marker = /^(?:%|---|\.\.\.)/gm;

/**
 * Reads the plain part of YAML that nearly all files keep to, many times faster than the whole language.
 *
 * Undefined for any text that holds more, right or wrong: text over lines, anchors, tags, rare escapes, odd numbers, keys
 * that stand twice. Whatever is read here, the `yaml` package reads alike.
 */
export function readPlainYaml(text: string, dialect: PlainDialect, file?: string): YamlFile | undefined {
  const data = readPlainMapping(text, dialect);
  return data === undefined ? undefined : new PlainFile(data, text, dialect, file);
}

interface Field {
  readonly offset?: FieldOffset;
  readonly value: unknown;
  readonly exact: boolean;
}

/** The text is kept rather than offsets: places are asked for by diagnostics alone, and files may be thousands. */
class PlainFile implements YamlFile {
  readonly data: unknown;
  readonly hasPlainNumbers = true;
  readonly #text: string;
  readonly #dialect: PlainDialect;
  readonly #file: string | undefined;
  #located: Located | undefined;

  constructor(data: unknown, text: string, dialect: PlainDialect, file: string | undefined) {
    this.data = data;
    this.#text = text;
    this.#dialect = dialect;
    this.#file = file;
  }

  placeOf(path: FieldPath, part?: Parameters<PlaceOf>[1]): ReturnType<PlaceOf> {
    const { positions, offsets } = this.#locate();
    const { offset, value, exact } = this.#fieldAt(path);
    if (offset === undefined) return positions.placeAt(offsets.start);
    const isCollection = typeof value === 'object' && value !== null;
    const isLeftOut = !isCollection && offset.end === offset.value;
    const wantsValue = !isLeftOut && (part === undefined ? !isCollection : part === 'value');
    return positions.placeAt(wantsValue && exact ? offset.value : offset.key);
  }

  spellingOf(path: FieldPath): string | undefined {
    const { offset, value, exact } = this.#fieldAt(path);
    if (!exact || offset === undefined || (typeof value === 'object' && value !== null)) return undefined;
    return this.#text.slice(offset.value, offset.end);
  }

  #fieldAt(path: FieldPath): Field {
    const { data, offsets } = this.#locate();
    let value: unknown = data;
    let offset: FieldOffset | undefined;
    for (const step of path) {
      const next = typeof value === 'object' && value !== null ? offsets.get(value, step) : undefined;
      if (next === undefined) return { ...(offset === undefined ? {} : { offset }), value, exact: false };
      offset = next;
      value = (value as Record<string, unknown>)[step];
    }
    return { ...(offset === undefined ? {} : { offset }), value, exact: true };
  }

  /** The same text read once more, with the offset of each field. */
  #locate(): Located {
    if (this.#located !== undefined) return this.#located;
    const offsets = new FieldOffsets();
    const data = readPlainMapping(this.#text, this.#dialect, offsets) ?? {};
    const positions = new Positions(this.#text, this.#file);
    return (this.#located = { data, offsets, positions });
  }
}

interface Located {
  readonly data: unknown;
  readonly offsets: FieldOffsets;
  readonly positions: Positions;
}

/** The same without places, which are noted in `offsets` as far as somebody wants them. */
export function readPlainMapping(
  text: string,
  dialect: PlainDialect,
  offsets?: FieldOffsets,
): Record<string, unknown> | undefined {
  if (oddCharacter.test(text)) return undefined;
  const start = documentStart(text);
  if (holdsMarker(text, start)) return undefined;
  try {
    return new BlockReader(text, dialect, offsets).document(start);
  } catch (error) {
    if (error instanceof BeyondPlain) return undefined;
    throw error;
  }
}

/** Where the document begins, behind comments and its marker. */
function documentStart(text: string): number {
  let start = 0;
  for (silentLine.lastIndex = 0; silentLine.test(text); start = silentLine.lastIndex);
  return text.startsWith(startMarker, start) ? start + startMarker.length : start;
}

function holdsMarker(text: string, from: number): boolean {
  marker.lastIndex = from;
  return marker.test(text);
}
