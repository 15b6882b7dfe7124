import fleetSchema from '../../config/schema/fleet.schema.json' with { type: 'json' };
import { suppressionChecks } from '../config/checks/suppression-checks.js';
import { keepReleaseAsWritten } from '../config/release-as-written.js';
import { yaml12 } from '../config/yaml/dialects.js';
import { readYaml } from '../config/yaml/read-yaml.js';
import type { YamlFile } from '../config/yaml/yaml-file.js';
import { codeCatalogue } from '../diagnostics/codes/index.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { releasePoint } from '../releases/release-point.js';
import type { Field } from '../symbols/field.js';
import { isPlain, Reader, type Mistyped } from '../symbols/reader.js';
import type { ClusterFacts, FleetFacts } from './facts.js';
import type { Suppression } from './suppress.js';

/** What a fleet file, whole or in part, tells a check of manifests. */
export interface ReadFacts {
  readonly facts: FleetFacts;
  /** Findings that somebody decided to live with, each at its own place. */
  readonly suppressions?: readonly Suppression[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Keys of a fleet file, and of facts alone. */
const fleetKeys: ReadonlySet<string> = new Set([
  ...Object.keys(fleetSchema.properties),
  'clusterDomain',
  'release',
  'trustDomain',
]);

/**
 * Facts and suppressions from a fleet file, whole or in part; other keys are passed over, as `synth` checks them,
 * unless the file has no key of a fleet file at all.
 *
 * Reports what `readYaml` reports, CONFIG_UNKNOWN_KEY, CONFIG_TYPE, CONFIG_FORMAT and SUPPRESSION_CODE_UNKNOWN.
 */
export function readFacts(text: string, file: string): ReadFacts {
  const read = readYaml(text, yaml12, file);
  if (read.file === undefined) return { facts: {}, diagnostics: read.diagnostics };
  const { file: yaml } = read;
  const { data } = yaml;
  if (data === null) return { facts: {}, diagnostics: [] };
  keepReleaseAsWritten(data, (path) => yaml.spellingOf(path));
  if (!isPlain(data)) return { facts: {}, diagnostics: [noMap(yaml)] };
  const another = withoutFleetKeys(Object.keys(data), yaml);
  if (another !== undefined) return { facts: {}, diagnostics: [another] };
  const reader = new Reader(data, [], (path) => {
    const { line = 0, column = 0 } = yaml.placeOf(path);
    return { line, column };
  });
  const releases: Field<string>[] = [];
  const releaseOf = (at: Reader | undefined): string | undefined => {
    const release = at?.text('release');
    if (release === undefined || releasePoint(release.value) !== undefined) return release?.value;
    releases.push(release);
    return undefined;
  };
  const linkerd = reader.sub('linkerd');
  const clusters = reader.sub('clusters');
  const facts: FleetFacts = {
    trustDomain: linkerd?.text('trustDomain')?.value ?? reader.text('trustDomain')?.value,
    clusterDomain: linkerd?.text('clusterDomain')?.value ?? reader.text('clusterDomain')?.value,
    release: releaseOf(linkerd) ?? releaseOf(reader),
    ...(typeof data.output === 'string' && { output: data.output }),
    clusters: Object.fromEntries(
      Object.keys(clusters?.value ?? {}).map((name) => [name, clusterFacts(clusters?.sub(name), releaseOf)]),
    ),
  };
  const { suppressions, unknown } = suppressionsOf(reader.items('suppress'), file);
  return {
    facts,
    suppressions,
    diagnostics: [
      ...unknown,
      ...reader.mistyped.map((field) => mistyped(field, file)),
      ...releases.map((field) => noRelease(field, file)),
    ],
  };
}

function noMap(yaml: YamlFile): Diagnostic {
  return {
    code: 'CONFIG_TYPE',
    severity: 'error',
    message: 'a fleet file is a map',
    fix: 'write `key: value` lines, such as `clusters:`',
    ...yaml.placeOf([]),
  };
}

/** Says that a file is another one, if it has keys and none of them is a fleet's. */
function withoutFleetKeys(keys: readonly string[], yaml: YamlFile): Diagnostic | undefined {
  const [first] = keys;
  if (first === undefined || keys.some((key) => fleetKeys.has(key))) return undefined;
  return {
    code: 'CONFIG_UNKNOWN_KEY',
    severity: 'error',
    message: `this is no fleet file: no fleet has a key \`${first}\`${keys.length > 1 ? ', nor any other key of it' : ''}`,
    why: 'names of clusters and the release would be taken from elsewhere without a word',
    fix: 'give the fleet file, such as `config/fleet.yaml`',
    ...yaml.placeOf([first]),
  };
}

function mistyped({ path, value, expected, line, column }: Mistyped, file: string): Diagnostic {
  return {
    code: 'CONFIG_TYPE',
    severity: 'error',
    message: `\`${path}\` is ${value}, not ${expected}`,
    fix: `write ${expected} here`,
    path,
    file,
    line,
    column,
  };
}

function noRelease({ path, value, line, column }: Field<string>, file: string): Diagnostic {
  return {
    code: 'CONFIG_FORMAT',
    severity: 'error',
    message: `\`${path}\`: \`${value}\` is no Linkerd release`,
    why: 'rules that hold for some releases only need it, and what the manifests tell was used instead',
    fix: 'write an edge such as `edge-26.8.2`, or a stable such as `2.18`',
    path,
    file,
    line,
    column,
  };
}

function clusterFacts(
  cluster: Reader | undefined,
  releaseOf: (cluster: Reader) => string | undefined,
): ClusterFacts {
  if (cluster === undefined) return {};
  return {
    argocdName: cluster.text('argocdName')?.value,
    trustDomain: cluster.text('trustDomain')?.value,
    clusterDomain: cluster.text('clusterDomain')?.value,
    release: releaseOf(cluster),
    apiServer: (isPlain(cluster.raw('apiServer'))
      ? cluster.text('apiServer', 'url')
      : cluster.text('apiServer')
    )?.value,
    gatewayAddress: cluster.text('gateway', 'address')?.value,
    networks: cluster.texts('networks').map((field) => field.value),
  };
}

/** Suppressions with their places, and what is to be said of those whose code does not exist. */
function suppressionsOf(
  items: readonly Reader[],
  file: string,
): { readonly suppressions: readonly Suppression[]; readonly unknown: readonly Diagnostic[] } {
  const placeIn = (item: Reader | undefined, ...path: readonly string[]) => {
    const { line = 0, column = 0 } = item?.field('', path) ?? {};
    return { file, line, column };
  };
  const all = items.map((item) => ({
    code: item.text('code')?.value ?? '',
    where: item.text('where')?.value,
    reason: item.text('reason')?.value ?? '',
    ...placeIn(item),
  }));
  return {
    suppressions: all.filter(({ code }) => Object.hasOwn(codeCatalogue, code)),
    unknown: suppressionChecks({ suppress: all }, ([, i]) => placeIn(items[Number(i)], 'code')),
  };
}
