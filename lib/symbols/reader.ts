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
  private readonly path: Path;

  constructor(
    readonly value: Plain,
    readonly mistyped: Mistyped[] = [],
    private readonly locate?: Locate,
    private readonly prefix: readonly Step[] = [],
    path?: Path,
  ) {
    this.path = path ?? descend(Path.root, prefix);
  }

  /** The raw value at a path. */
  raw(...path: readonly Step[]): unknown {
    let value: unknown = this.value;
    for (const step of path) {
      if (typeof step === 'number') value = Array.isArray(value) ? (value as unknown[])[step] : undefined;
      else value = isPlain(value) && Object.hasOwn(value, step) ? value[step] : undefined;
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
    const text = descend(this.path, path).text;
    if (this.locate === undefined) return { value, path: text, line: 0, column: 0 };
    const { line, column } = this.locate(this.prefix.length === 0 ? path : [...this.prefix, ...path]);
    return { value, path: text, line, column };
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
    return list.flatMap((_, i) => this.text(...path, i) ?? []);
  }

  /** The texts of a list, without places. */
  strings(...path: readonly Step[]): readonly string[] {
    const list = this.list(path);
    if (list.every((each) => typeof each === 'string')) return list;
    return this.texts(...path).map((field) => field.value);
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
    if (Object.values(value).every((text) => typeof text === 'string'))
      return value as Readonly<Record<string, string>>;
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
    const prefix = this.locate === undefined ? [] : [...this.prefix, ...path];
    return new Reader(value, this.mistyped, this.locate, prefix, descend(this.path, path));
  }

  /** Readers of the maps of a list. */
  items(...path: readonly Step[]): Reader[] {
    return this.list(path).flatMap((_, i) => this.sub(...path, i) ?? []);
  }

  private list(path: readonly Step[]): readonly unknown[] {
    const value = this.raw(...path);
    if (value === undefined || value === null) return [];
    if (Array.isArray(value)) return value;
    this.complain('a list', value, path);
    return [];
  }

  private complain(expected: string, found: unknown, path: readonly Step[]): void {
    if (typeof found === 'string' && hasPlaceholder(found)) return;
    this.mistyped.push({ ...this.field(typeName(found), path), expected });
  }
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
