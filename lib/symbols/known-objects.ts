import { groupOf } from '../manifests/kind-scope.js';
import type { ObjectSymbol } from './object.js';

/** Namesakes that are compared one by one, such as an account, its role and its binding. */
const fewNamesakes = 3;

/** The objects of a cluster by who they are, to find those that are defined twice. */
export class KnownObjects {
  /** By name: the first object of each, the second, and so on, which saves writing out who each of them is. */
  readonly #namesakes = Array.from({ length: fewNamesakes }, () => new Map<string, ObjectSymbol>());
  readonly #others = new Map<string, ObjectSymbol>();

  /** The object that was noted first of all that are this one. */
  find(object: ObjectSymbol): ObjectSymbol | undefined {
    for (const byName of this.#namesakes) {
      const namesake = byName.get(object.name);
      if (namesake === undefined || isSame(namesake, object)) return namesake;
    }
    return this.#others.get(identityOf(object));
  }

  /** Notes an object, unless one that is the same was noted: then it is returned. */
  note(object: ObjectSymbol): ObjectSymbol | undefined {
    for (const byName of this.#namesakes) {
      const namesake = byName.get(object.name);
      if (namesake === undefined) {
        byName.set(object.name, object);
        return undefined;
      }
      if (isSame(namesake, object)) return namesake;
    }
    const identity = identityOf(object);
    const first = this.#others.get(identity);
    if (first === undefined) this.#others.set(identity, object);
    return first;
  }
}

const clusterScoped =
  /^(Cluster|Namespace$|CustomResourceDefinition$|ValidatingWebhook|MutatingWebhook|APIService$|PriorityClass$|StorageClass$)/;

function isSame(a: ObjectSymbol, b: ObjectSymbol): boolean {
  return (
    a.kind === b.kind &&
    a.name === b.name &&
    scopeOf(a) === scopeOf(b) &&
    groupOf(a.apiVersion) === groupOf(b.apiVersion)
  );
}

function identityOf(symbol: ObjectSymbol): string {
  return `${groupOf(symbol.apiVersion)}/${symbol.kind}/${scopeOf(symbol)}/${symbol.name}`;
}

/** Without a namespace an object takes its Application's; two files may belong to two Applications. */
function scopeOf({ namespace, kind, file }: ObjectSymbol): string {
  return namespace ?? (clusterScoped.test(kind) ? '' : `in ${file ?? ''}`);
}
