import type { Field } from '../field.js';
import type { ObjectSymbol } from '../object.js';
import type { Reader } from '../reader.js';
import { readKubeconfig, type KubeconfigSymbol } from './kubeconfig.js';

/** A key of a secret store that a Secret is made from, or pushed to. */
export interface RemoteKey {
  readonly secretKey?: string;
  readonly key?: Field<string>;
  readonly property?: Field<string>;
  readonly decoding?: Field<string>;
}

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
  /** Names of the data keys. */
  readonly dataKeys: readonly string[];
  /** Content of `kubeconfig`, where it stands in the file itself. */
  readonly kubeconfig?: KubeconfigSymbol;
  readonly store?: Field<string>;
  readonly storeKind?: string;
  readonly refreshInterval?: Field<string>;
  readonly remoteKeys: readonly RemoteKey[];
}

/** Reads a Secret. */
export function readSecret(object: ObjectSymbol, reader: Reader): SecretSymbol {
  const stringData = reader.text('stringData', 'kubeconfig');
  const data = stringData === undefined ? reader.text('data', 'kubeconfig') : undefined;
  const kubeconfig = stringData ?? data;
  return {
    ...object,
    secretName: reader.text('metadata', 'name') ?? reader.field('', ['metadata', 'name']),
    type: reader.text('type'),
    secretLabels: places(reader, 'metadata', 'labels'),
    secretAnnotations: places(reader, 'metadata', 'annotations'),
    dataKeys: [
      ...Object.keys(reader.sub('data')?.value ?? {}),
      ...Object.keys(reader.sub('stringData')?.value ?? {}),
    ],
    kubeconfig: kubeconfig === undefined ? undefined : readKubeconfig(kubeconfig, data !== undefined),
    remoteKeys: [],
  };
}

/** Reads an ExternalSecret of any API version. */
export function readExternalSecret(object: ObjectSymbol, reader: Reader): SecretSymbol {
  const spec = reader.under('spec');
  const target = spec.under('target');
  const template = target.sub('template');
  const templateKeys = Object.keys(template?.sub('data')?.value ?? {});
  const data = spec.items('data');
  return {
    ...object,
    secretName: target.text('name') ?? reader.field(object.name, ['metadata', 'name']),
    type: template?.text('type'),
    secretLabels:
      template === undefined ? places(reader, 'metadata', 'labels') : places(template, 'metadata', 'labels'),
    secretAnnotations:
      template === undefined
        ? places(reader, 'metadata', 'annotations')
        : places(template, 'metadata', 'annotations'),
    dataKeys: templateKeys.length > 0 ? templateKeys : data.flatMap((item) => item.word('secretKey') ?? []),
    store: spec.text('secretStoreRef', 'name'),
    storeKind: spec.word('secretStoreRef', 'kind') ?? 'SecretStore',
    refreshInterval: spec.text('refreshInterval'),
    remoteKeys: [
      ...data.map((item) => {
        const remote = item.under('remoteRef');
        return {
          secretKey: item.word('secretKey'),
          key: remote.text('key'),
          property: remote.text('property'),
          decoding: remote.text('decodingStrategy'),
        };
      }),
      ...spec.items('dataFrom').flatMap((item) => {
        const key = item.text('extract', 'key');
        return key === undefined ? [] : [{ key }];
      }),
    ],
  };
}

/** Reads a SealedSecret: names, type and metadata of what it unseals to. */
export function readSealedSecret(object: ObjectSymbol, reader: Reader): SecretSymbol {
  const template = reader.sub('spec', 'template');
  return {
    ...object,
    secretName:
      template?.text('metadata', 'name') ??
      reader.text('metadata', 'name') ??
      reader.field('', ['metadata', 'name']),
    type: template?.text('type'),
    secretLabels: template === undefined ? {} : places(template, 'metadata', 'labels'),
    secretAnnotations: template === undefined ? {} : places(template, 'metadata', 'annotations'),
    dataKeys: Object.keys(reader.sub('spec', 'encryptedData')?.value ?? {}),
    remoteKeys: [],
  };
}

/** A PushSecret: which Secret goes to which keys of a store. */
export interface PushSecretSymbol extends ObjectSymbol {
  readonly secretName?: Field<string>;
  readonly stores: readonly string[];
  readonly remoteKeys: readonly RemoteKey[];
}

/** Reads a PushSecret. */
export function readPushSecret(object: ObjectSymbol, reader: Reader): PushSecretSymbol {
  return {
    ...object,
    secretName: reader.text('spec', 'selector', 'secret', 'name'),
    stores: reader.items('spec', 'secretStoreRefs').flatMap((store) => store.text('name')?.value ?? []),
    remoteKeys: reader.items('spec', 'data').map((item) => ({
      secretKey: item.text('match', 'secretKey')?.value,
      key: item.text('match', 'remoteRef', 'remoteKey'),
      property: item.text('match', 'remoteRef', 'property'),
    })),
  };
}

/** A SecretStore or ClusterSecretStore. */
export interface SecretStoreSymbol extends ObjectSymbol {
  /** Vault's mount, `spec.provider.vault.path`. */
  readonly mount?: Field<string>;
}

/** Reads a secret store. */
export function readSecretStore(object: ObjectSymbol, reader: Reader): SecretStoreSymbol {
  return { ...object, mount: reader.text('spec', 'provider', 'vault', 'path') };
}

function places(reader: Reader, ...path: string[]): Readonly<Record<string, Field<string>>> {
  const map = reader.sub(...path);
  if (map === undefined) return {};
  const found: Record<string, Field<string>> = {};
  for (const key of Object.keys(map.value)) {
    if (!key.includes('linkerd.io') && !key.startsWith('kubernetes.io/service-account')) continue;
    const field = map.text(key);
    if (field !== undefined) found[key] = field;
  }
  return found;
}
