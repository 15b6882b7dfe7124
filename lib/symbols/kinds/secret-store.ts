import type { Field } from '../field.js';
import { withFields, type ObjectSymbol } from '../object.js';
import type { Reader } from '../reader.js';

/** A SecretStore or ClusterSecretStore. */
export interface SecretStoreSymbol extends ObjectSymbol {
  /** Vault's mount, `spec.provider.vault.path`. */
  readonly mount?: Field<string>;
}

/** Reads a secret store. */
export function readSecretStore(object: ObjectSymbol, reader: Reader): SecretStoreSymbol {
  return withFields(object, { mount: reader.text('spec', 'provider', 'vault', 'path') });
}
