import { groupOf } from '../manifests/kind-scope.js';
import type { AskedTexts, Named } from './asked-texts.js';
import { oncePerRun } from './per-run.js';

/** An object as an AppProject is asked about it. */
export interface AskedObject {
  readonly group: string;
  readonly kind: string;
  /** Of an object of cluster scope: names tell nothing apart where objects have a namespace. */
  readonly name: string;
  /** Absent for an object of cluster scope. */
  readonly namespace?: string;
  readonly isNamespaced: boolean;
}

/** One of each kind and namespace in each list; clusters that hold the same share their lists. */
export type DeliveredObjects = ReadonlySet<readonly AskedObject[]>;

/** What was asked for of a kind in a namespace, in the version that was met last. */
interface Latest {
  readonly apiVersion: string;
  /** Of a kind that has namespaces, the same for all names. */
  asked?: AskedObject;
  /** Of a kind of cluster scope. */
  readonly byName: Map<string, AskedObject>;
}

/** Nearly all clusters ask for the same; what they do not share must not fill memory. */
const mostObjects = 500;
const mostNamespaces = 100;
const mostLists = 500;
const longestText = 2000;

/**
 * The objects that the clusters of a run ask an AppProject about: one for all that are equal, and one list for all
 * clusters that ask for the same, so that what is told of a list is told of all of them.
 */
export class AskedObjects {
  /** By namespace, then kind, as most clusters hold a kind in one version. */
  readonly #latest = new Map<string | undefined, Map<string, Latest>>();
  readonly #byKey = new Map<string, AskedObject>();
  readonly #others = new Map<string, AskedObject>();
  readonly #lists = new Map<string, readonly AskedObject[]>();
  readonly #alone = new Map<AskedObject, readonly AskedObject[]>();
  readonly #numbers = new WeakMap<readonly AskedObject[], number>();
  #numbered = 0;
  readonly #delivered = new Map<string, ReadonlyMap<string, DeliveredObjects>>();

  static readonly of = oncePerRun(() => new AskedObjects());

  /** One of an object's kind in a namespace; of an object of cluster scope, this one. */
  one(object: Named, namespace: string | undefined): AskedObject {
    const { apiVersion, kind, name } = object;
    const latest = this.#latestOf(apiVersion, kind, namespace);
    if (namespace !== undefined)
      return (latest.asked ??= this.#ofGroup(groupOf(apiVersion), kind, '', namespace));
    const known = latest.byName.get(name);
    if (known !== undefined) return known;
    const asked = this.#ofGroup(groupOf(apiVersion), kind, name, undefined);
    if (latest.byName.size < mostObjects) latest.byName.set(name, asked);
    return asked;
  }

  #latestOf(apiVersion: string, kind: string, namespace: string | undefined): Latest {
    let kinds = this.#latest.get(namespace);
    if (kinds === undefined) {
      if (this.#latest.size >= mostNamespaces) this.#latest.clear();
      this.#latest.set(namespace, (kinds = new Map<string, Latest>()));
    }
    let latest = kinds.get(kind);
    if (latest?.apiVersion !== apiVersion) kinds.set(kind, (latest = { apiVersion, byName: new Map() }));
    return latest;
  }

  /** One of a kind that no list of symbols holds all of, written as in `otherKinds`. */
  ofOther(other: string): AskedObject {
    const earlier = this.#others.get(other);
    if (earlier !== undefined) return earlier;
    const [, group = '', kind = '', namespace] = /^([^/]*)\/(\S*) (.*)$/.exec(other) ?? [];
    const asked = this.#ofGroup(group, kind, '', namespace);
    if (this.#others.size < mostObjects) this.#others.set(other, asked);
    return asked;
  }

  #ofGroup(group: string, kind: string, name: string, namespace: string | undefined): AskedObject {
    const key = `${group}/${kind}/${name}/${namespace ?? ''}`;
    const earlier = this.#byKey.get(key);
    if (earlier !== undefined) return earlier;
    const asked = { group, kind, name, namespace, isNamespaced: namespace !== undefined };
    if (this.#byKey.size < mostObjects) this.#byKey.set(key, asked);
    return asked;
  }

  /** The list of what a cluster noted. */
  listOf(asked: AskedTexts): readonly AskedObject[] {
    const { text } = asked;
    const earlier = this.#lists.get(text);
    if (earlier !== undefined) return earlier;
    const objects = new Set<AskedObject>();
    asked.show(
      (object, namespace) => objects.add(this.one(object, namespace)),
      (other) => objects.add(this.ofOther(other)),
    );
    const list = [...objects];
    if (this.#lists.size < mostLists && text.length < longestText) this.#lists.set(text, list);
    return list;
  }

  /** A list of one. */
  alone(object: Named, namespace: string | undefined): readonly AskedObject[] {
    const asked = this.one(object, namespace);
    const earlier = this.#alone.get(asked);
    if (earlier !== undefined) return earlier;
    const list = [asked];
    if (this.#alone.size < mostObjects) this.#alone.set(asked, list);
    return list;
  }

  /** One for all clusters of which the same is delivered. */
  shared(delivered: ReadonlyMap<string, DeliveredObjects>): ReadonlyMap<string, DeliveredObjects> {
    let key = '';
    for (const [namespace, lists] of delivered) {
      key += namespace;
      for (const list of lists) key += ` ${this.#numberOf(list)}`;
      key += '\n';
    }
    const earlier = this.#delivered.get(key);
    if (earlier !== undefined) return earlier;
    if (this.#delivered.size < mostLists) this.#delivered.set(key, delivered);
    return delivered;
  }

  #numberOf(list: readonly AskedObject[]): number {
    let number = this.#numbers.get(list);
    if (number === undefined) this.#numbers.set(list, (number = this.#numbered++));
    return number;
  }
}
