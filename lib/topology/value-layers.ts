import type { FieldPath, LoadedConfig, ValuesLayer } from '../config/loaded-config.js';
import type { Place } from '../diagnostics/diagnostic.js';
import { copyOfMap } from '../manifests/copy-map.js';

/** Chart values of one cluster as the user wrote them, in layers, with the place of each. */
export class ValueLayers {
  readonly #base: ValuesLayer | undefined;
  readonly #own: ValuesLayer | undefined;

  private constructor(base: ValuesLayer | undefined, own: ValuesLayer | undefined) {
    this.#base = base;
    this.#own = own;
  }

  /** Layers of a cluster: the values of all clusters, then its own. */
  static of(config: LoadedConfig, cluster: string): ValueLayers {
    return new ValueLayers(config.base, config.clusters.get(cluster));
  }

  /** Lowest first. */
  get #layers(): readonly ValuesLayer[] {
    return [this.#base, this.#own].filter((layer) => layer !== undefined);
  }

  /** All layers merged as Helm merges values files: maps key by key, everything else replaced. */
  merged(): Readonly<Record<string, unknown>> {
    const [lowest, ...others] = this.#layers;
    return others.reduce((merged, layer) => mergeMaps(merged, layer.values), lowest?.values ?? {});
  }

  /** One key of what `merged` gives. */
  mergedAt(key: string): unknown {
    return this.#layers.reduce<unknown>((under, { values }) => {
      const value = values[key];
      if (!Object.hasOwn(values, key)) return under;
      return isMap(value) && isMap(under) ? mergeMaps(under, value) : value;
    }, undefined);
  }

  /** The value at a path and how to find its place, from the highest layer that sets it. */
  find(path: readonly string[]): { value: unknown; placed: () => Place; isOwn: boolean } | undefined {
    for (let i = this.#layers.length - 1; i >= 0; i--) {
      const layer = this.#layers[i];
      const value = layer === undefined ? undefined : valueAt(layer.values, path);
      if (layer !== undefined && value !== undefined) {
        const isOwn = i > 0 || this.#layers.length === 1;
        // asked for by diagnostics alone, and slow to find
        return { value, isOwn, placed: () => layer.placeOf(path) };
      }
    }
    return undefined;
  }

  /** Place of a field, from the highest layer that sets what it stands in. */
  placeOf(path: FieldPath): Place {
    const names = path.filter((part) => typeof part === 'string');
    for (let i = this.#layers.length - 1; i >= 0; i--) {
      const layer = this.#layers[i];
      if (layer !== undefined && valueAt(layer.values, names.slice(0, 1)) !== undefined)
        return layer.placeOf(path);
    }
    return {};
  }
}

function valueAt(values: unknown, path: readonly string[]): unknown {
  let value = values;
  for (const key of path) {
    if (!isMap(value)) return undefined;
    value = value[key];
  }
  return value;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mergeMaps(
  under: Readonly<Record<string, unknown>>,
  over: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const merged = copyOfMap(under);
  for (const key in over) {
    const value = over[key];
    const below = merged[key];
    merged[key] = isMap(value) && isMap(below) ? mergeMaps(below, value) : value;
  }
  return merged;
}
