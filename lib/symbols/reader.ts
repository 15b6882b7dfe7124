import { Path, type Field, type Locate, type Step } from './field.js';
import { hasPlaceholder } from './placeholder.js';
import { childOf, holdsTexts, isPlain, scalarText, typeName, valueAt, type Plain } from './raw-value.js';

export { isPlain, type Plain } from './raw-value.js';

/** A field whose type the API server refuses; kept so that a rule can report it. */
export interface Mistyped extends Field<string> {
  /** What the field must be: `text`, `a whole number`. */
  readonly expected: string;
}

/**
 * Reads fields of one object, wherever it comes from: a plain object of ours, or a parsed file.
 *
 * Nothing throws: an absent field is undefined, a field of a wrong type is noted under `mistyped` and
 * converted where the meaning is plain (`30143` for `"30143"`), so that the other rules still see it.
 */
export class Reader {
  private known: Path | undefined;

  constructor(
    readonly value: Plain,
    readonly mistyped: Mistyped[] = [],
    private readonly locate?: Locate,
    private readonly prefix: readonly Step[] = noSteps,
    private readonly above?: Reader,
    private readonly steps: readonly Step[] = noSteps,
    private readonly item?: number,
  ) {}

  /** True for a text's object, whose fields have a line and column each. */
  get hasPlaces(): boolean {
    return this.locate !== undefined;
  }

  /** Found when a field is first given its path: most readers of list items are asked for words alone. */
  get path(): Path {
    if (this.known !== undefined) return this.known;
    const list =
      this.above === undefined ? descend(Path.root, this.prefix) : descend(this.above.path, this.steps);
    return (this.known = this.item === undefined ? list : list.child(this.item));
  }

  /** The raw value at a path. */
  raw(...path: readonly Step[]): unknown {
    return valueAt(this.value, path);
  }

  /** True when the path leads to something, null included. */
  has(...path: readonly Step[]): boolean {
    return valueAt(this.value, path) !== undefined;
  }

  /** A value with its place. */
  field<T>(value: T, path: readonly Step[]): Field<T> {
    const at = descend(this.path, path);
    if (this.locate === undefined) return at.field(value);
    const { line, column } = this.locate(this.prefix.length === 0 ? path : [...this.prefix, ...path]);
    return { value, path: at.text, line, column };
  }

  /** Text at a path; a number or boolean is noted as mistyped and read as its text. */
  text(...path: readonly Step[]): Field<string> | undefined {
    return this.textOf(valueAt(this.value, path), path);
  }

  /** A whole number at a path; a text of digits is noted as mistyped and read as the number. */
  integer(...path: readonly Step[]): Field<number> | undefined {
    const value = valueAt(this.value, path);
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'number' && Number.isInteger(value)) return this.field(value, path);
    this.complain('a whole number', value, path);
    return typeof value === 'string' && /^\d{1,9}$/.test(value) ? this.field(Number(value), path) : undefined;
  }

  /** A number or a name, as in `targetPort` and `Server.spec.port`, as text. */
  portOrName(...path: readonly Step[]): Field<string> | undefined {
    const value = valueAt(this.value, path);
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string' || typeof value === 'number') return this.field(String(value), path);
    this.complain('a port number or name', value, path);
    return undefined;
  }

  /** A yes or no at a path. */
  flag(...path: readonly Step[]): Field<boolean> | undefined {
    const value = valueAt(this.value, path);
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'boolean') return this.field(value, path);
    this.complain('true or false', value, path);
    return undefined;
  }

  /** The texts of a list. */
  texts(...path: readonly Step[]): readonly Field<string>[] {
    const list = this.list(path);
    if (list.length === 0) return noFields;
    const texts: Field<string>[] = [];
    // all of them stand below one path, which is long in what we build
    const at = this.locate === undefined ? descend(this.path, path) : undefined;
    for (let i = 0; i < list.length; i++) {
      const value = list[i];
      if (at !== undefined && typeof value === 'string') {
        texts.push(at.child(i).field(value));
        continue;
      }
      const text = this.textOf(value, [...path, i]);
      if (text !== undefined) texts.push(text);
    }
    return texts;
  }

  /** The texts of a list, without their places. */
  strings(...path: readonly Step[]): readonly string[] {
    const list = this.list(path);
    // nearly all lists are of texts: no place need be found
    return list.every(isText) ? list : this.texts(...path).map(({ value }) => value);
  }

  /** Text at a path without its place. */
  word(...path: readonly Step[]): string | undefined {
    const value = valueAt(this.value, path);
    return typeof value === 'string' ? value : this.textOf(value, path)?.value;
  }

  /** A map of texts, such as labels. Keys keep their order. */
  map(...path: readonly Step[]): Field<string>[] {
    const value = valueAt(this.value, path);
    if (value === undefined || value === null) return [];
    if (!isPlain(value)) {
      this.complain('a map', value, path);
      return [];
    }
    return Object.keys(value).flatMap((key) => this.text(...path, key) ?? []);
  }

  /** A map of texts as a plain record, without places. */
  record(...path: readonly Step[]): Readonly<Record<string, string>> {
    const value = valueAt(this.value, path);
    if (value === undefined || value === null) return noTexts;
    if (!isPlain(value)) {
      this.complain('a map', value, path);
      return noTexts;
    }
    if (holdsTexts(value)) return value;
    const out: Record<string, string> = {};
    for (const [key, text] of Object.entries(value)) {
      if (typeof text === 'string') {
        out[key] = text;
        continue;
      }
      if (text !== null) this.complain('text', text, [...path, key]);
      if (typeof text !== 'object') out[key] = scalarText(text);
    }
    return out;
  }

  /** The reader of a map below; undefined when absent. */
  sub(...path: readonly Step[]): Reader | undefined {
    const value = valueAt(this.value, path);
    if (value === undefined || value === null) return undefined;
    if (!isPlain(value)) {
      this.complain('a map', value, path);
      return undefined;
    }
    return this.below(value, path);
  }

  /** The reader of a map below; of an empty one when there is none, without a complaint. */
  under(step: string): Reader {
    const value = childOf(this.value, step);
    return this.below(isPlain(value) ? value : empty, [step]);
  }

  /** Readers of the maps of a list. */
  items(...path: readonly Step[]): readonly Reader[] {
    const list = this.list(path);
    if (list.length === 0) return noReaders;
    const readers: Reader[] = [];
    for (let i = 0; i < list.length; i++) {
      const value = list[i];
      if (isPlain(value)) readers.push(this.below(value, path, i));
      else if (value !== undefined && value !== null) this.complain('a map', value, [...path, i]);
    }
    return readers;
  }

  private below(value: Plain, path: readonly Step[], item?: number): Reader {
    const prefix =
      this.locate === undefined
        ? noSteps
        : [...this.prefix, ...path, ...(item === undefined ? noSteps : [item])];
    return new Reader(value, this.mistyped, this.locate, prefix, this, path, item);
  }

  private textOf(value: unknown, path: readonly Step[]): Field<string> | undefined {
    if (typeof value === 'string') return this.field(value, path);
    if (value === undefined || value === null) return undefined;
    this.complain('text', value, path);
    return typeof value === 'object' ? undefined : this.field(scalarText(value), path);
  }

  private list(path: readonly Step[]): readonly unknown[] {
    const value = valueAt(this.value, path);
    if (value === undefined || value === null) return nothing;
    if (Array.isArray(value)) return value;
    this.complain('a list', value, path);
    return nothing;
  }

  private complain(expected: string, found: unknown, path: readonly Step[]): void {
    if (typeof found === 'string' && hasPlaceholder(found)) return;
    this.mistyped.push({ ...this.field(typeName(found), path), expected });
  }
}

const nothing: readonly unknown[] = [];
const noSteps: readonly Step[] = [];
const noFields: readonly Field<string>[] = [];
const noReaders: readonly Reader[] = [];
const noTexts: Readonly<Record<string, string>> = Object.freeze({});
const empty: Plain = {};

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function descend(from: Path, steps: readonly Step[]): Path {
  let path = from;
  for (const step of steps) path = path.child(step);
  return path;
}
