import type { HelmValue } from '../helm/value.js';
import { sharedPart } from '../manifests/shared-part.js';

/**
 * Remembers the arguments that were made last, as most clusters of a fleet give their service mirrors the same: placing
 * one takes two regular expressions, and a cluster has 15 of them.
 */
export class LatestArgs {
  #from: readonly unknown[] = [];
  #args: readonly HelmValue[] | undefined;

  /** The arguments made from some values. What Helm fails on or reads as something else than text is made again. */
  of(from: readonly unknown[], make: () => readonly HelmValue[]): readonly HelmValue[] {
    const known = this.#args;
    if (
      known !== undefined &&
      from.length === this.#from.length &&
      from.every((each, i) => Object.is(each, this.#from[i]))
    )
      return known;
    const args = make();
    this.#from = from;
    this.#args = args.every((arg) => typeof arg === 'string') ? sharedPart(args) : undefined;
    return args;
  }
}
