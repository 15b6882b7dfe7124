import { addressesIn } from '../link/address-list.js';
import { plainServer } from '../kubeconfig/same-server.js';
import type { Cluster, Fleet } from './fleet.js';

/** Clusters of which no two regions have anything to do with each other. */
export type Region = readonly Cluster[];

/**
 * Parts a fleet where nothing leads from one part to another: no Link, and no key of a store, API server or address of a
 * gateway that two of them have alike. What holds between clusters then holds within a region.
 *
 * Regions are sorted by the name of their first cluster, and clusters by name.
 */
export function regionsOf({ clusters, links }: Pick<Fleet, 'clusters' | 'links'>): readonly Region[] {
  const parts = new Parts(clusters);
  for (const { source, target, credentials } of links) {
    parts.join(source, target);
    if (credentials?.kind === 'externalSecrets')
      parts.joinBy(`key ${credentials.key} ${credentials.property}`, source);
  }
  for (const cluster of clusters) {
    const { name, apiServer, gateway } = cluster;
    if (apiServer !== undefined) parts.joinBy(`server ${plainServer(apiServer.url)}`, name);
    if (gateway === undefined) continue;
    for (const address of [gateway.address, ownAddress(cluster)].flatMap(addressesIn))
      parts.joinBy(`address ${address}`, name);
  }
  return parts.all();
}

/** What the gateway's Service asks its load balancer for. */
function ownAddress({ values }: Cluster): string {
  const { loadBalancerIP } = (values.gateway ?? {}) as { readonly loadBalancerIP?: unknown };
  return typeof loadBalancerIP === 'string' ? loadBalancerIP : '';
}

/** Sets of clusters that are joined two by two. */
class Parts {
  readonly #clusters: readonly Cluster[];
  readonly #places: ReadonlyMap<string, number>;
  /** For each cluster one of the same part, itself for the first of a part. */
  readonly #leads: Int32Array;
  readonly #first = new Map<string, string>();

  constructor(clusters: readonly Cluster[]) {
    this.#clusters = clusters;
    this.#places = new Map(clusters.map(({ name }, i) => [name, i]));
    this.#leads = Int32Array.from(clusters, (_, i) => i);
  }

  join(one: string, other: string): void {
    const [a, b] = [this.#firstOf(this.#places.get(one)), this.#firstOf(this.#places.get(other))];
    this.#leads[Math.max(a, b)] = Math.min(a, b);
  }

  /** Joins a cluster with all that had the same key. */
  joinBy(key: string, name: string): void {
    const first = this.#first.get(key);
    if (first === undefined) this.#first.set(key, name);
    else this.join(first, name);
  }

  all(): readonly Region[] {
    const parts = new Map<number, Cluster[]>();
    this.#clusters.forEach((cluster, i) => {
      const first = this.#firstOf(i);
      const part = parts.get(first);
      if (part === undefined) parts.set(first, [cluster]);
      else part.push(cluster);
    });
    return [...parts.values()];
  }

  #firstOf(place = 0): number {
    let at = place;
    for (;;) {
      const next = this.#leads[at] ?? at;
      if (next === at) return at;
      // halves the way for whoever asks next
      at = this.#leads[at] = this.#leads[next] ?? next;
    }
  }
}
