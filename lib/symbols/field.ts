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

/** Tells where the value at a path of the object stands; the nearest parent's place when it is absent. */
export type Locate = (path: readonly Step[]) => Position;

const interned = new Map<string, string>();

/** A path as text. The same text is kept once, however many clusters hold it. */
export function pathText(path: readonly Step[]): string {
  let text = '';
  for (const step of path) {
    text += typeof step === 'number' ? `[${step}]` : `${text === '' ? '' : '.'}${keyText(step)}`;
  }
  const known = interned.get(text);
  if (known !== undefined) return known;
  if (interned.size < 4096) interned.set(text, text);
  return text;
}

/** Keys with dots or slashes are quoted, so that a path can be read back. */
function keyText(key: string): string {
  return /^[\w-]+$/.test(key) ? key : JSON.stringify(key);
}
