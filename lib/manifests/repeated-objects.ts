import type { Manifest } from './manifest.js';
import { partInCommon } from './part-in-common.js';
import { isSharedPart } from './shared-part.js';

/** Objects kept to compare with, twice this many at most, a few megabytes: a cluster with 100 Links each way has 1,300. */
const mostObjects = 2000;

/** The fields of an object, and theirs: an ExternalSecret's `target` may be the same where its `data` are not. */
const depth = 2;

/**
 * Knows again what is the same in cluster after cluster: whole objects where clusters share their values, and where
 * each has labels of its own, the specs and rules of objects that differ in nothing but their metadata.
 *
 * What is equal to its like in an earlier cluster is one shared part, which is checked and written once; so are the
 * fields of an object that is shared as a whole. A comparison costs a fraction of what it saves, and ends at the first
 * value that differs.
 */
export class RepeatedObjects {
  #recent = new Map<string, { last: Manifest }>();
  #older = new Map<string, { last: Manifest }>();

  /** The object, in the form of `plainManifest`, with shared parts in the place of what is equal to them. */
  once(object: Manifest): Manifest {
    if (isSharedPart(object)) return object;
    const { kind, metadata } = object;
    const key = `${kind} ${metadata.name} ${metadata.namespace ?? ''}`;
    const recent = this.#recent.get(key);
    if (recent !== undefined) return (recent.last = partInCommon(object, recent.last, depth));
    const older = this.#older.get(key);
    const last = older === undefined ? object : partInCommon(object, older.last, depth);
    this.#keep(key, { last });
    return last;
  }

  /** A hub's thousands of Links push everything else out, but not for long. */
  #keep(key: string, seen: { last: Manifest }): void {
    if (this.#recent.size >= mostObjects) {
      this.#older = this.#recent;
      this.#recent = new Map();
    }
    this.#recent.set(key, seen);
  }
}
