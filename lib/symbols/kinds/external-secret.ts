import { withFields, type ObjectSymbol } from '../object.js';
import type { Reader } from '../reader.js';
import { onceForPart } from '../shared-reading.js';
import { encodingOf } from './encoding.js';
import { remoteDefaults, targetDefaults } from './external-secret-defaults.js';
import { readTemplatedKubeconfig } from './kubeconfig.js';
import type { RemoteKey } from './remote-key.js';
import { places } from './secret-places.js';
import type { SecretSymbol } from './secret.js';
import { noTaken, takenKeys, unfetchedOf } from './taken-keys.js';

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

const noKeyNames: readonly string[] = [];

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
