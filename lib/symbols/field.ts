/** A position in a text, counted from 1; line 0 means that nobody wrote it down. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The position of what was built rather than read. */
export const nowhere: Position = { line: 0, column: 0 };

/** One value of a manifest, with its path in the object and where it stands in the file. */
export interface Field<T> extends Position {
  readonly value: T;
  /** `spec.probeSpec.port`; list items by number: `spec.ports[0].nodePort`. */
  readonly path: string;
}

/** A step of a path: a key of a map or the number of a list item. */
export type Step = string | number;

/**
 * Tells where the value at a path of the object stands, or its key; the nearest parent's place when it is absent. By
 * default maps, lists and empty values are found by their key.
 */
export type Locate = (path: readonly Step[], part?: 'key') => Position;

/** Values that differ from cluster to cluster must not fill memory. */
const mostFields = 16;

/** A path that is met again and again: its text is made once, however many clusters hold it. */
export class Path {
  // most paths end at a value and have no child, or go on and have no value: a map of nothing takes 200 bytes
  private children: Map<Step, Path> | undefined;
  private fields: Map<unknown, Field<unknown>> | undefined;

  private constructor(readonly text: string) {}

  /** The path of the object itself. */
  static readonly root = new Path('');
  private static count = 0;

  /** A field of something built, at this path; one for all that have the same value, as most clusters do. */
  field<T>(value: T): Field<T> {
    const fields = (this.fields ??= new Map<unknown, Field<unknown>>());
    const known = fields.get(value);
    if (known !== undefined) return known as Field<T>;
    const field = { value, path: this.text, line: 0, column: 0 };
    if (fields.size < mostFields) fields.set(value, field);
    return field;
  }

  /** The path one step further. */
  child(step: Step): Path {
    const children = (this.children ??= new Map<Step, Path>());
    const known = children.get(step);
    if (known !== undefined) return known;
    const child = new Path(typeof step === 'number' ? `${this.text}[${step}]` : join(this.text, step));
    // odd keys and long lists of foreign manifests must not fill memory
    if (Path.count < 20_000) {
      Path.count++;
      children.set(step, child);
    }
    return child;
  }
}

/** Keys with dots or slashes are quoted, so that a path can be read back. */
function join(parent: string, key: string): string {
  const text = /^[\w-]+$/.test(key) ? key : JSON.stringify(key);
  return parent === '' ? text : `${parent}.${text}`;
}
