import type { Field } from '../field.js';
import { withFields, type ObjectSymbol } from '../object.js';
import type { Reader } from '../reader.js';
import { encodingOf } from './encoding.js';
import type { RemoteKey } from './remote-key.js';

/** A PushSecret: which Secret goes to which keys of a store. */
export interface PushSecretSymbol extends ObjectSymbol {
  readonly secretName?: Field<string>;
  readonly stores: readonly string[];
  readonly remoteKeys: readonly RemoteKey[];
  /** Names of fields that the operator's CRD fills in where they are left out. */
  readonly undefaulted?: readonly string[];
}

/** Reads a PushSecret. */
export function readPushSecret(object: ObjectSymbol, reader: Reader): PushSecretSymbol {
  const template = reader.sub('spec', 'template', 'data');
  const data = reader.items('spec', 'data');
  const undefaulted = ['deletionPolicy', 'refreshInterval', 'updatePolicy'].filter(
    (key) => !reader.has('spec', key),
  );
  if (data.some((item) => !item.has('conversionStrategy'))) undefaulted.push('conversionStrategy');
  return withFields(object, {
    secretName: reader.text('spec', 'selector', 'secret', 'name'),
    stores: reader.items('spec', 'secretStoreRefs').flatMap((store) => store.text('name')?.value ?? []),
    remoteKeys: data.map((item) => {
      const secretKey = item.text('match', 'secretKey')?.value;
      const made = secretKey === undefined ? undefined : template?.text(secretKey);
      const encoding = made === undefined ? undefined : encodingOf(made.value);
      return {
        secretKey,
        key: item.text('match', 'remoteRef', 'remoteKey'),
        property: item.text('match', 'remoteRef', 'property'),
        encoding,
      };
    }),
    undefaulted: undefaulted.length === 0 ? undefined : undefaulted,
  });
}
