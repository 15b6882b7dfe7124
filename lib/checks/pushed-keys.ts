import type { Field } from '../symbols/field.js';
import type { PushSecretSymbol, RemoteKey, SecretSymbol } from '../symbols/kinds/credential.js';
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
  readonly written: readonly StoreKey<PushSecretSymbol>[];
  readonly read: readonly StoreKey<SecretSymbol>[];
}

const cache = new WeakMap<Fleet, StoreKeys>();

/** Every key that a PushSecret writes and that an ExternalSecret reads. */
export function storeKeysOf(fleet: Fleet): StoreKeys {
  const known = cache.get(fleet);
  if (known !== undefined) return known;
  const mounts = new Set(
    fleet.clusters.flatMap(({ symbols }) =>
      symbols.secretStores.flatMap((store) => store.mount?.value ?? []),
    ),
  );
  const bare = (key: string) => {
    const slash = key.indexOf('/');
    return slash > 0 && mounts.has(key.slice(0, slash)) ? key.slice(slash + 1) : key;
  };
  const keysOf = <T extends PushSecretSymbol | SecretSymbol>(objects: readonly T[]) =>
    objects.flatMap((object) =>
      object.remoteKeys.flatMap((remote) => {
        const { key, property } = remote;
        if (key === undefined) return [];
        const bareKey = bare(key.value);
        return [{ id: `${bareKey} ${property?.value ?? ''}`, bareKey, object, key, remote }];
      }),
    );
  const keys = {
    written: fleet.clusters.flatMap(({ symbols }) => keysOf(symbols.pushSecrets)),
    read: fleet.clusters.flatMap(({ symbols }) => keysOf(symbols.secrets)),
  };
  cache.set(fleet, keys);
  return keys;
}
