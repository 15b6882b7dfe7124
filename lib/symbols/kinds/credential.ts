import type { Field, Step } from '../field.js';
import { withFields, type ObjectSymbol } from '../object.js';
import { childOf } from '../raw-value.js';
import type { Reader } from '../reader.js';
import { readKubeconfig, readTemplatedKubeconfig, type KubeconfigSymbol } from './kubeconfig.js';
import { onceForPart } from '../shared-reading.js';
import { encodingOf, type Encoding } from './encoding.js';
import { templateKeys } from './template-keys.js';

/** A key of a secret store that a Secret is made from, or pushed to. */
export interface RemoteKey {
  readonly secretKey?: string;
  readonly key?: Field<string>;
  readonly property?: Field<string>;
  readonly decoding?: Field<string>;
  /** What is done to a value before it is pushed; absent where it is pushed as it is. */
  readonly encoding?: Encoding;
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

const noKeys: readonly RemoteKey[] = [];
const noKeyNames: readonly string[] = [];

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

/** Most targets of a fleet are alike, where the keys they are filled from are not. */
const readTarget = onceForPart('target', (spec) => {
  const target = spec.under('target');
  const template = target.sub('template');
  const filled = template?.text('data', 'kubeconfig');
  const kubeconfig = filled === undefined ? undefined : readTemplatedKubeconfig(filled);
  return {
    name: target.text('name'),
    dataKeys: Object.keys(template?.sub('data')?.value ?? {}),
    isMerged: template?.word('mergePolicy') === 'Merge',
    hasFurtherKeys: template !== undefined && template.items('templateFrom').length > 0,
    type: template?.text('type'),
    labels: template === undefined ? undefined : places(template, 'metadata', 'labels'),
    annotations: template === undefined ? undefined : places(template, 'metadata', 'annotations'),
    kubeconfig,
    encoding: filled === undefined || kubeconfig !== undefined ? undefined : encodingOf(filled.value),
    policy: target.text('creationPolicy'),
    taken: template === undefined ? noTaken : takenKeys(template),
    undefaulted: targetDefaults(target),
  };
});

/** Reads an ExternalSecret of any API version. */
export function readExternalSecret(object: ObjectSymbol, reader: Reader): SecretSymbol {
  const spec = reader.under('spec');
  const target = readTarget(spec);
  const data = spec.items('data');
  const ofRemote = remoteDefaults(data);
  const undefaulted = ofRemote.length === 0 ? target.undefaulted : [...ofRemote, ...target.undefaulted];
  return withFields(object, {
    secretName: target.name ?? reader.field(object.name, ['metadata', 'name']),
    type: target.type,
    secretLabels: target.labels ?? places(reader, 'metadata', 'labels'),
    secretAnnotations: target.annotations ?? places(reader, 'metadata', 'annotations'),
    dataKeys: dataKeysOf(target, spec, data),
    store: spec.text('secretStoreRef', 'name'),
    storeKind: spec.word('secretStoreRef', 'kind') ?? 'SecretStore',
    refreshInterval: spec.text('refreshInterval'),
    remoteKeys: readRemoteKeys(spec, data),
    kubeconfig: target.kubeconfig,
    encoding: target.encoding,
    unfetched: unfetchedOf(target.taken, spec, data),
    unmade: target.policy !== undefined && makesNone.has(target.policy.value) ? target.policy : undefined,
    undefaulted: undefaulted.length === 0 ? undefined : undefaulted,
  });
}

/** @see https://github.com/external-secrets/external-secrets/blob/v2.9.0/apis/externalsecrets/v1/externalsecret_types.go */
const makesNone: ReadonlySet<string> = new Set(['None', 'Merge']);

/** A key that a template takes, and where from `spec.target.template` the text stands that does. */
interface TakenKey {
  readonly key: string;
  readonly path: readonly Step[];
}

const noTaken: readonly TakenKey[] = [];

/** The keys that the texts of a template take; those of a ConfigMap stand elsewhere. */
function takenKeys(template: Reader): readonly TakenKey[] {
  // the first engine took what was not there for nothing
  if (template.raw('engineVersion') === 'v1') return noTaken;
  const taken: TakenKey[] = [];
  const take = (text: unknown, ...path: readonly Step[]) => {
    if (typeof text === 'string') for (const key of templateKeys(text)) taken.push({ key, path });
  };
  for (const [name, text] of Object.entries(template.sub('data')?.value ?? {})) take(text, 'data', name);
  for (const [i, item] of template.items('templateFrom').entries())
    take(item.raw('literal'), 'templateFrom', i, 'literal');
  return taken;
}

/** The first key that is taken and not read; none where a whole key of the store may hold it. */
function unfetchedOf(
  taken: readonly TakenKey[],
  spec: Reader,
  data: readonly Reader[],
): Field<string> | undefined {
  const unfetched = taken.find(({ key }) => !data.some((item) => item.raw('secretKey') === key));
  if (unfetched === undefined || spec.has('dataFrom')) return undefined;
  return spec.field(unfetched.key, ['target', 'template', ...unfetched.path]);
}

/** Those that are known, or none where a whole key of the store or a ConfigMap adds what it holds. */
function dataKeysOf(
  target: ReturnType<typeof readTarget>,
  spec: Reader,
  data: readonly Reader[],
): readonly string[] {
  if (target.hasFurtherKeys) return noKeyNames;
  // a template replaces what was read, unless it says otherwise
  if (target.dataKeys.length > 0 && !target.isMerged) return target.dataKeys;
  if (spec.items('dataFrom').length > 0) return noKeyNames;
  return [...target.dataKeys, ...data.flatMap((item) => item.word('secretKey') ?? [])];
}

function readRemoteKeys(spec: Reader, data: readonly Reader[]): readonly RemoteKey[] {
  const keys = data.map((item): RemoteKey => {
    const remote = item.under('remoteRef');
    return {
      secretKey: item.word('secretKey'),
      key: remote.text('key'),
      property: remote.text('property'),
      decoding: remote.text('decodingStrategy'),
    };
  });
  for (const item of spec.items('dataFrom')) {
    const key = item.text('extract', 'key');
    if (key !== undefined) keys.push({ key });
  }
  return keys;
}

const defaultsOfRemote = ['conversionStrategy', 'decodingStrategy', 'metadataPolicy'];
const noDefaults: readonly string[] = [];
const defaultsOfTarget = ['creationPolicy', 'deletionPolicy'];
const defaultsOfTemplate = ['engineVersion', 'mergePolicy'];

/** @see https://github.com/external-secrets/external-secrets/blob/v2.6.0/apis/externalsecrets/v1/externalsecret_types.go */
function remoteDefaults(data: readonly Reader[]): readonly string[] {
  let undefaulted: string[] | undefined;
  for (const key of defaultsOfRemote) {
    for (const item of data) {
      if (childOf(childOf(item.value, 'remoteRef'), key) !== undefined) continue;
      (undefaulted ??= []).push(key);
      break;
    }
  }
  return undefaulted ?? noDefaults;
}

/** As `remoteDefaults`, of where the Secret comes to. */
function targetDefaults(target: Reader): readonly string[] {
  return [
    ...defaultsOfTarget.filter((key) => !target.has(key)),
    ...defaultsOfTemplate.filter((key) => target.has('template') && !target.has('template', key)),
  ];
}

/** Reads a SealedSecret: names, type and metadata of what it unseals to. */
export function readSealedSecret(object: ObjectSymbol, reader: Reader): SecretSymbol {
  const template = reader.sub('spec', 'template');
  return withFields(object, {
    secretName:
      template?.text('metadata', 'name') ??
      reader.text('metadata', 'name') ??
      reader.field('', ['metadata', 'name']),
    type: template?.text('type'),
    secretLabels: template === undefined ? noPlaces : places(template, 'metadata', 'labels'),
    secretAnnotations: template === undefined ? noPlaces : places(template, 'metadata', 'annotations'),
    dataKeys: [
      ...Object.keys(reader.sub('spec', 'encryptedData')?.value ?? {}),
      ...Object.keys(template?.sub('data')?.value ?? {}),
    ],
    remoteKeys: noKeys,
  });
}

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

/** A SecretStore or ClusterSecretStore. */
export interface SecretStoreSymbol extends ObjectSymbol {
  /** Vault's mount, `spec.provider.vault.path`. */
  readonly mount?: Field<string>;
}

/** Reads a secret store. */
export function readSecretStore(object: ObjectSymbol, reader: Reader): SecretStoreSymbol {
  return withFields(object, { mount: reader.text('spec', 'provider', 'vault', 'path') });
}

const noPlaces: Readonly<Record<string, Field<string>>> = {};

function places(reader: Reader, ...path: string[]): Readonly<Record<string, Field<string>>> {
  const map = reader.sub(...path);
  if (map === undefined) return noPlaces;
  let found: Record<string, Field<string>> | undefined;
  for (const key of Object.keys(map.value)) {
    if (!key.includes('linkerd.io') && !key.startsWith('kubernetes.io/service-account')) continue;
    const field = map.text(key);
    if (field !== undefined) (found ??= {})[key] = field;
  }
  return found ?? noPlaces;
}
