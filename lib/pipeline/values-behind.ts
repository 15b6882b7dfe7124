import type { ValuesLayer } from '../config/loaded-config.js';
import type { Manifest } from '../manifests/manifest.js';
import type { Locate, Step } from '../symbols/field.js';

/** Where the values stand that the chart made an object from. */
export interface ValuesPlace {
  readonly file: string;
  readonly locate: Locate;
}

type Path = readonly Step[];

/**
 * The values behind an object that was rendered from files of values, merged from left to right.
 *
 * The file is the last one that has the value which makes the object, such as the entry of `controllers`; a field is
 * shown at the value that sets it there, else at that one. Undefined where no file says anything that makes it.
 */
export function valuesBehind(object: Manifest, layers: readonly ValuesLayer[]): ValuesPlace | undefined {
  for (const layer of [...layers].reverse()) {
    const made = madeBy(object, layer);
    if (made === undefined || !has(layer, made)) continue;
    return {
      file: layer.file,
      locate: (path) => {
        const set = setBy(object, path).find((each) => has(layer, [...made, ...each])) ?? [];
        const { line = 0, column = 0 } = layer.placeOf([...made, ...set], set.length === 0 ? 'key' : 'value');
        return { line, column };
      },
    };
  }
  return undefined;
}

/** The value that makes an object. */
function madeBy({ kind, metadata }: Manifest, { values }: ValuesLayer): Path | undefined {
  const { name = '', labels = {} } = metadata as { name?: string; labels?: Readonly<Record<string, string>> };
  const isOf = (word: string) => name.startsWith(word) || labels.component === word;
  if (isOf('controller') || name.startsWith('probe-') || name.startsWith(controllerBinding)) {
    const link = labels['mirror.linkerd.io/cluster-name'];
    const entries = Array.isArray(values.controllers) ? (values.controllers as unknown[]) : [];
    const i = entries.findIndex((entry) => {
      const named = at(entry, ['link', 'ref', 'name']);
      return typeof named === 'string' && (named === link || name.endsWith(`-${named}`));
    });
    return i < 0 ? ['controllers'] : ['controllers', i];
  }
  if (isOf('linkerd-local-service-mirror') || isOf('local-service-mirror')) return ['localServiceMirror'];
  if (name.includes('namespace-metadata')) return ['createNamespaceMetadataJob'];
  if (isOf('gateway') || name === gatewayNameIn(values) || ofGateway.has(`${kind}/${name}`))
    return ['gateway'];
  return accountsIn(values).some((account) => name === account || name === `${account}-token`)
    ? ['remoteMirrorServiceAccountName']
    : undefined;
}

const controllerBinding = 'linkerd-multicluster-controller-access-local-resources-';

const ofGateway = new Set([
  'Server/linkerd-gateway',
  'AuthorizationPolicy/linkerd-gateway',
  'MeshTLSAuthentication/any-meshed',
  'NetworkAuthentication/source-cluster',
]);

function gatewayNameIn(values: ValuesLayer['values']): unknown {
  return at(values, ['gateway', 'name']) ?? 'linkerd-gateway';
}

function accountsIn({ remoteMirrorServiceAccountName: given }: ValuesLayer['values']): readonly string[] {
  const names: readonly unknown[] = Array.isArray(given)
    ? given
    : typeof given === 'string'
      ? given.split(',')
      : [];
  return names.flatMap((name) => (typeof name === 'string' ? [name.trim()] : []));
}

/** The values, below the one that makes the object, that may set a field of it. */
function setBy(object: Manifest, path: Path): readonly Path[] {
  const [, ports, i, key] = path;
  if (object.kind !== 'Service') {
    const last = path.find((step) => step === 'replicas' || step === 'resources');
    return last === undefined ? [] : [[last]];
  }
  if (path[1] === 'type') return [['serviceType']];
  if (ports !== 'ports' || typeof i !== 'number') return [];
  const isProbe = at(object, ['spec', 'ports', i, 'name']) === 'mc-probe';
  if (object.metadata.name.startsWith('probe-')) return [['gateway', 'probe', 'port']];
  const name = key === 'nodePort' ? 'nodePort' : 'port';
  return isProbe ? [['probe', name], ['probe']] : [[name]];
}

function has({ values }: ValuesLayer, path: Path): boolean {
  return at(values, path) !== undefined;
}

function at(value: unknown, path: Path): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Readonly<Record<Step, unknown>>)[step];
  }
  return found;
}
