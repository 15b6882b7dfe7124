import type { ObjectSymbol } from '../symbols/object.js';

/** Who an object is, as far as an AppProject is asked about it. */
export type Named = Pick<ObjectSymbol, 'apiVersion' | 'kind' | 'name'>;

/** No name and no kind holds it. */
const end = '\0';

/**
 * What a cluster asks an AppProject about, noted as texts: nearly every cluster notes what another one did, and one
 * text for all of it tells so at once.
 */
export class AskedTexts {
  readonly #texts: string[];

  constructor(readonly namespace: string) {
    this.#texts = [namespace];
  }

  /** Notes an object of the namespace: one of its kind is as good as another. */
  add({ apiVersion, kind }: Named): void {
    this.#texts.push('in', apiVersion, kind);
  }

  /** Notes an object of cluster scope. */
  addOfCluster({ apiVersion, kind, name }: Named): void {
    this.#texts.push('of', apiVersion, kind, name);
  }

  /** Notes one of a kind that no list of symbols holds all of, written as in `otherKinds`, if it is in the namespace. */
  addOther(other: string): void {
    if (other.endsWith(` ${this.namespace}`)) this.#texts.push('other', other);
  }

  /** One text, equal where the same was noted in the same order. */
  get text(): string {
    return this.#texts.join(end);
  }

  /** Shows what was noted, in order. */
  show(one: (object: Named, namespace: string | undefined) => void, other: (text: string) => void): void {
    let i = 1;
    const next = (): string => this.#texts[i++] ?? '';
    while (i < this.#texts.length) {
      const how = next();
      if (how === 'other') other(next());
      else if (how === 'in') one({ apiVersion: next(), kind: next(), name: '' }, this.namespace);
      else one({ apiVersion: next(), kind: next(), name: next() }, undefined);
    }
  }
}
