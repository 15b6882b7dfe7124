import type { Field } from '../field.js';
import { withFields, type ObjectSymbol } from '../object.js';
import type { Reader } from '../reader.js';
import type { Encoding } from './encoding.js';
import { readKubeconfig, type KubeconfigSymbol } from './kubeconfig.js';
import type { RemoteKey } from './remote-key.js';
import { places } from './secret-places.js';

/**
 * A Secret, or the object that will make one: an ExternalSecret or a SealedSecret.
 *
 * `secretName`, `type` and the metadata are those of the Secret that results. Values are never kept.
 */
export interface SecretSymbol extends ObjectSymbol {
  readonly secretName: Field<string>;
  readonly type?: Field<string>;
  readonly secretLabels: Readonly<Record<string, Field<string>>>;
  readonly secretAnnotations: Readonly<Record<string, Field<string>>>;
  /** Names of the data keys; none where only a cluster can tell them. */
  readonly dataKeys: readonly string[];
  /** Content of `kubeconfig`, where it stands in the file itself. */
  readonly kubeconfig?: KubeconfigSymbol;
  readonly store?: Field<string>;
  readonly storeKind?: string;
  readonly refreshInterval?: Field<string>;
  readonly remoteKeys: readonly RemoteKey[];
  /** What a template does to the one value that becomes `kubeconfig`. */
  readonly encoding?: Encoding;
  /** A key that a template takes and nothing reads, at the text that takes it: the operator makes no Secret then. */
  readonly unfetched?: Field<string>;
  /** The policy of an ExternalSecret that makes no Secret: `None`, or `Merge`, which adds to one that is there. */
  readonly unmade?: Field<string>;
  /** Names of fields that the operator's CRD fills in where they are left out. */
  readonly undefaulted?: readonly string[];
}

/** Of a Secret that is made from no store. */
export const noKeys: readonly RemoteKey[] = [];

/** Reads a Secret. */
export function readSecret(object: ObjectSymbol, reader: Reader): SecretSymbol {
  const stringData = reader.text('stringData', 'kubeconfig');
  const data = stringData === undefined ? reader.text('data', 'kubeconfig') : undefined;
  const kubeconfig = stringData ?? data;
  return withFields(object, {
    secretName: reader.text('metadata', 'name') ?? reader.field('', ['metadata', 'name']),
    type: reader.text('type'),
    secretLabels: places(reader, 'metadata', 'labels'),
    secretAnnotations: places(reader, 'metadata', 'annotations'),
    dataKeys: [
      ...Object.keys(reader.sub('data')?.value ?? {}),
      ...Object.keys(reader.sub('stringData')?.value ?? {}),
    ],
    kubeconfig: kubeconfig === undefined ? undefined : readKubeconfig(kubeconfig, data !== undefined),
    remoteKeys: noKeys,
  });
}
