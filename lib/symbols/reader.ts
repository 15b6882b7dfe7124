import { Path, type Field, type Locate, type Step } from './field.js';
import { hasPlaceholder } from './placeholder.js';

/** A field whose type the API server refuses; kept so that a rule can report it. */
export interface Mistyped extends Field<string> {
  /** What the field must be: `text`, `a whole number`. */
  readonly expected: string;
}

/** Any map of a manifest. */
export type Plain = Readonly<Record<string, unknown>>;

/** True for a map, false for lists, scalars and null. */
export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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
    private readonly above?: { readonly reader: Reader; readonly steps: readonly Step[] },
  ) {}

  /** Found when a field is first given its path: most readers of list items are asked for words alone. */
  private get path(): Path {
    return (this.known ??=
      this.above === undefined
        ? descend(Path.root, this.prefix)
        : descend(this.above.reader.path, this.above.steps));
  }

  /** The raw value at a path. */
  raw(...path: readonly Step[]): unknown {
    let value: unknown = this.value;
    for (const step of path) {
      value = childOf(value, step);
      if (value === undefined) return undefined;
    }
    return value;
  }

  /** True when the path leads to something, null included. */
  has(...path: readonly Step[]): boolean {
    return this.raw(...path) !== undefined;
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
    const value = this.raw(...path);
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string') return this.field(value, path);
    this.complain('text', value, path);
    return typeof value === 'object' ? undefined : this.field(scalarText(value), path);
  }

  /** A whole number at a path; a text of digits is noted as mistyped and read as the number. */
  integer(...path: readonly Step[]): Field<number> | undefined {
    const value = this.raw(...path);
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'number' && Number.isInteger(value)) return this.field(value, path);
    this.complain('a whole number', value, path);
    return typeof value === 'string' && /^\d{1,9}$/.test(value) ? this.field(Number(value), path) : undefined;
  }

  /** A number or a name, as in `targetPort` and `Server.spec.port`, as text. */
  portOrName(...path: readonly Step[]): Field<string> | undefined {
    const value = this.raw(...path);
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string' || typeof value === 'number') return this.field(String(value), path);
    this.complain('a port number or name', value, path);
    return undefined;
  }

  /** A yes or no at a path. */
  flag(...path: readonly Step[]): Field<boolean> | undefined {
    const value = this.raw(...path);
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'boolean') return this.field(value, path);
    this.complain('true or false', value, path);
    return undefined;
  }

  /** The texts of a list. */
  texts(...path: readonly Step[]): Field<string>[] {
    const list = this.list(path);
    const texts: Field<string>[] = [];
    for (let i = 0; i < list.length; i++) {
      const text = this.text(...path, i);
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
    const value = this.raw(...path);
    return typeof value === 'string' ? value : this.text(...path)?.value;
  }

  /** A map of texts, such as labels. Keys keep their order. */
  map(...path: readonly Step[]): Field<string>[] {
    const value = this.raw(...path);
    if (value === undefined || value === null) return [];
    if (!isPlain(value)) {
      this.complain('a map', value, path);
      return [];
    }
    return Object.keys(value).flatMap((key) => this.text(...path, key) ?? []);
  }

  /** A map of texts as a plain record, without places. */
  record(...path: readonly Step[]): Readonly<Record<string, string>> {
    const value = this.raw(...path);
    if (value === undefined || value === null) return {};
    if (!isPlain(value)) {
      this.complain('a map', value, path);
      return {};
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
    const value = this.raw(...path);
    if (value === undefined || value === null) return undefined;
    if (!isPlain(value)) {
      this.complain('a map', value, path);
      return undefined;
    }
    const prefix = this.locate === undefined ? noSteps : [...this.prefix, ...path];
    return new Reader(value, this.mistyped, this.locate, prefix, { reader: this, steps: path });
  }

  /** The reader of a map below; of an empty one when there is none, without a complaint. */
  under(step: string): Reader {
    const value = childOf(this.value, step);
    const prefix = this.locate === undefined ? noSteps : [...this.prefix, step];
    return new Reader(isPlain(value) ? value : empty, this.mistyped, this.locate, prefix, {
      reader: this,
      steps: [step],
    });
  }

  /** Readers of the maps of a list. */
  items(...path: readonly Step[]): Reader[] {
    const list = this.list(path);
    const readers: Reader[] = [];
    for (let i = 0; i < list.length; i++) {
      const reader = this.sub(...path, i);
      if (reader !== undefined) readers.push(reader);
    }
    return readers;
  }

  private list(path: readonly Step[]): readonly unknown[] {
    const value = this.raw(...path);
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
const empty: Plain = {};

/** The value one step further, if it is the object's own: `constructor` is a key like any other. */
function childOf(value: unknown, step: Step): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const isList = Array.isArray(value);
  if (typeof step === 'number') return isList ? (value as unknown[])[step] : undefined;
  if (isList) return undefined;
  const child = (value as Plain)[step];
  // what every object inherits are functions, but for `__proto__`; asking each time costs more than the look itself
  return (typeof child === 'function' || step === '__proto__') && !Object.hasOwn(value, step)
    ? undefined
    : child;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function holdsTexts(map: Plain): map is Readonly<Record<string, string>> {
  for (const key in map) if (typeof map[key] !== 'string') return false;
  return true;
}

function descend(from: Path, steps: readonly Step[]): Path {
  let path = from;
  for (const step of steps) path = path.child(step);
  return path;
}

function scalarText(value: unknown): string {
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
    ? String(value)
    : '';
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'string') return 'text';
  return typeof value === 'boolean' ? 'true or false' : 'a number';
}
