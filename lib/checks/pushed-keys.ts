import type { Field } from '../symbols/field.js';
import type { PushSecretSymbol } from '../symbols/kinds/push-secret.js';
import type { RemoteKey } from '../symbols/kinds/remote-key.js';
import type { SecretSymbol } from '../symbols/kinds/secret.js';
import type { ClusterView } from './cluster-view.js';
import type { Fleet } from './fleet.js';

/** One key of a secret store that an object writes or reads. */
export interface StoreKey<T> {
  /** Key and property, without the store's mount: what the two ends share. */
  readonly id: string;
  /** The key alone. */
  readonly bareKey: string;
  readonly object: T;
  readonly key: Field<string>;
  readonly remote: RemoteKey;
}

/** Keys of secret stores across the fleet. */
export interface StoreKeys {
  /** Every key that a PushSecret writes. */
  readonly written: readonly StoreKey<PushSecretSymbol>[];
  /** Every key that an ExternalSecret reads; found when it is first asked for, as most fleets write none. */
  readonly read: readonly StoreKey<SecretSymbol>[];
}

const cache = new WeakMap<Fleet, StoreKeys>();

/** Every key that a PushSecret writes and that an ExternalSecret reads. */
export function storeKeysOf(fleet: Fleet): StoreKeys {
  const known = cache.get(fleet) ?? new FleetKeys(fleet);
  cache.set(fleet, known);
  return known;
}

class FleetKeys implements StoreKeys {
  readonly written: readonly StoreKey<PushSecretSymbol>[];
  readonly #clusters: Fleet['clusters'];
  readonly #mounts = new Set<string>();
  #read: readonly StoreKey<SecretSymbol>[] | undefined;

  constructor({ clusters }: Fleet) {
    this.#clusters = clusters;
    for (const { symbols } of clusters) {
      for (const { mount } of symbols.secretStores) if (mount !== undefined) this.#mounts.add(mount.value);
    }
    this.written = this.#keysOf(({ symbols }) => symbols.pushSecrets);
  }

  get read(): readonly StoreKey<SecretSymbol>[] {
    return (this.#read ??= this.#keysOf(({ symbols }) => symbols.secrets));
  }

  #keysOf<T extends PushSecretSymbol | SecretSymbol>(
    objectsOf: (view: ClusterView) => readonly T[],
  ): readonly StoreKey<T>[] {
    const keys: StoreKey<T>[] = [];
    for (const view of this.#clusters) {
      for (const object of objectsOf(view)) {
        for (const remote of object.remoteKeys) {
          const { key, property } = remote;
          if (key === undefined) continue;
          const bareKey = this.#bare(key.value);
          keys.push({ id: `${bareKey} ${property?.value ?? ''}`, bareKey, object, key, remote });
        }
      }
    }
    return keys;
  }

  #bare(key: string): string {
    const slash = key.indexOf('/');
    return slash > 0 && this.#mounts.has(key.slice(0, slash)) ? key.slice(slash + 1) : key;
  }
}
