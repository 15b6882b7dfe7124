import type { LinkSymbol } from '../symbols/kinds/link.js';

/**
 * Remembers Links of which rules of reach `link` found nothing.
 *
 * All spokes of a hub hold one Link, and in a mesh all sources of a target do: it is judged once.
 */
export class JudgedLinks {
  readonly #sound = new WeakMap<object, Pick<LinkSymbol, 'name' | 'apiVersion'>>();

  /** True when a Link of this name, version and spec was sound. */
  isSound({ spec, name, apiVersion }: LinkSymbol): boolean {
    const earlier = this.#sound.get(spec);
    return earlier?.name === name && earlier.apiVersion === apiVersion;
  }

  /** Takes note of a Link that nothing was found of. */
  note({ spec, name, apiVersion }: LinkSymbol): void {
    this.#sound.set(spec, { name, apiVersion });
  }
}
