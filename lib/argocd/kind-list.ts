import { globMatches, isGlob } from './glob.js';

/** A kind that an AppProject allows or refuses; globs. */
export interface ProjectKind {
  readonly group: string;
  readonly kind: string;
  /** Of cluster-scoped objects: a glob of their names. */
  readonly name?: string;
}

/** An object as it is looked for in a list of kinds. */
export interface AskedKind {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  readonly isNamespaced: boolean;
}

/**
 * A list of kinds that is asked often: what it names without a glob is looked up.
 *
 * A project that names its objects lists one ClusterRole for each Link, and every cluster asks for its own.
 */
export class KindList {
  readonly #globs: ProjectKind[] = [];
  readonly #kinds = new Set<string>();
  /** With their names. */
  readonly #objects = new Set<string>();
  /** Kinds of those: names tell nothing apart where objects have a namespace. */
  readonly #kindsOfObjects = new Set<string>();

  private constructor(list: readonly ProjectKind[]) {
    for (const each of list) {
      const { group, kind, name = '' } = each;
      if (isGlob(group) || isGlob(kind) || isGlob(name)) this.#globs.push(each);
      else if (name === '') this.#kinds.add(`${group}/${kind}`);
      else {
        this.#objects.add(`${group}/${kind}/${name}`);
        this.#kindsOfObjects.add(`${group}/${kind}`);
      }
    }
  }

  /** The list read once, however often it is asked. */
  static of(list: readonly ProjectKind[]): KindList {
    const known = lists.get(list);
    if (known !== undefined) return known;
    const read = new KindList(list);
    lists.set(list, read);
    return read;
  }

  /** Whether an object is on the list. */
  has({ group, kind, name, isNamespaced }: AskedKind): boolean {
    const key = `${group}/${kind}`;
    if (this.#kinds.has(key)) return true;
    if (isNamespaced ? this.#kindsOfObjects.has(key) : this.#objects.has(`${key}/${name}`)) return true;
    return this.#globs.some(
      (each) =>
        globMatches(each.group, group, '/') &&
        globMatches(each.kind, kind, '/') &&
        (isNamespaced || (each.name ?? '') === '' || globMatches(each.name ?? '', name, '/')),
    );
  }
}

const lists = new WeakMap<readonly ProjectKind[], KindList>();
