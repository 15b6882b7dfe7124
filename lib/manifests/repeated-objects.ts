import type { Manifest } from './manifest.js';
import { partInCommon } from './part-in-common.js';
import { isSharedPart } from './shared-part.js';

/** Objects kept to compare with, twice this many at most, a few megabytes: a cluster with 100 Links each way has 1,300. */
const mostObjects = 2000;

/** Fields of fields of fields: a pod's spec may be the same where its labels are not. */
const depth = 3;

/**
 * Knows again what is the same in cluster after cluster: whole objects where clusters share their values, and where
 * each has labels of its own, the specs and rules of objects that differ in nothing but their metadata.
 *
 * What is equal to its like in an earlier cluster is one shared part, which is checked and written once; so are the
 * fields of an object that is shared as a whole. A comparison costs a fraction of what it saves, and ends at the first
 * value that differs.
 */
export class RepeatedObjects {
  #recent = new Generation();
  #older = new Generation();

  /** The object, in the form of `plainManifest`, with shared parts in the place of what is equal to them. */
  once(object: Manifest): Manifest {
    if (isSharedPart(object)) return object;
    const recent = this.#recent.find(object);
    if (recent !== undefined) return (recent.last = partInCommon(object, recent.last, depth));
    const older = this.#older.find(object);
    const last = older === undefined ? object : partInCommon(object, older.last, depth);
    // a hub's thousands of Links push everything else out, but not for long
    if (this.#recent.size >= mostObjects) {
      this.#older = this.#recent;
      this.#recent = new Generation();
    }
    this.#recent.add(last);
    return last;
  }
}

/** An object as it was last; `next` has the same kind and name in another namespace. */
interface Seen {
  last: Manifest;
  readonly next: Seen | undefined;
}

/** Objects by kind, then name: a key of both would have to be put together for every object of a fleet. */
class Generation {
  readonly #kinds = new Map<string, Map<string, Seen>>();
  size = 0;

  find({ kind, metadata: { name, namespace } }: Manifest): Seen | undefined {
    let seen = this.#kinds.get(kind)?.get(name);
    while (seen !== undefined && seen.last.metadata.namespace !== namespace) seen = seen.next;
    return seen;
  }

  add(object: Manifest): void {
    const { kind, metadata } = object;
    let names = this.#kinds.get(kind);
    if (names === undefined) this.#kinds.set(kind, (names = new Map<string, Seen>()));
    names.set(metadata.name, { last: object, next: names.get(metadata.name) });
    this.size++;
  }
}
