import type { Manifest } from './manifest.js';
import { isSharedPart, sharedPart } from './shared-part.js';

/** Objects kept to compare with, twice this many at most: a few megabytes. */
const mostObjects = 1000;

interface Seen {
  readonly given: Manifest;
  /** What stands for all that are equal; undefined until a second one is. */
  shared?: Manifest;
}

/**
 * Knows objects again that are the same in cluster after cluster, as most are where clusters share their values: each
 * is one shared part then, which is checked and written once.
 *
 * A comparison costs a fraction of what it saves, and ends at the first label that differs.
 */
export class RepeatedObjects {
  #recent = new Map<string, Seen>();
  #older = new Map<string, Seen>();

  /** The object, in the form of `plainManifest`, or the shared part that is equal to it. */
  once(object: Manifest): Manifest {
    if (isSharedPart(object)) return object;
    const key = `${object.kind} ${object.metadata.name}`;
    const seen = this.#recent.get(key) ?? this.#older.get(key);
    if (seen === undefined || !isEqual(seen.given, object)) {
      this.#keep(key, { given: object });
      return object;
    }
    seen.shared ??= sharedPart(detached(object));
    this.#keep(key, seen);
    return seen.shared;
  }

  /** A hub's thousands of Links push everything else out, but not for long. */
  #keep(key: string, seen: Seen): void {
    if (this.#recent.size >= mostObjects) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(key, seen);
  }
}

/** A copy down to what is shared already: what is frozen must be nobody else's. */
function detached<T>(value: T): T {
  if (typeof value !== 'object' || value === null || isSharedPart(value)) return value;
  if (Array.isArray(value)) return value.map(detached) as T;
  const fields = Object.entries(value).map(([key, field]) => [key, detached<unknown>(field)] as const);
  return Object.fromEntries(fields) as T;
}

/** Whether two values are the same JSON, their keys in the same order. */
function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, i) => isEqual(item, b[i]));
  }
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const keys = Object.keys(a);
  const others = Object.keys(b);
  if (keys.length !== others.length) return false;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? '';
    if (key !== others[i] || !isEqual((a as Fields)[key], (b as Fields)[key])) return false;
  }
  return true;
}

type Fields = Readonly<Record<string, unknown>>;
