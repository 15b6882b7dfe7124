import { keepReleaseAsWritten } from '../config/release-as-written.js';
import { yaml12 } from '../config/yaml/dialects.js';
import { readYaml } from '../config/yaml/read-yaml.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { releasePoint } from '../releases/release-point.js';
import type { Field } from '../symbols/field.js';
import { isPlain, Reader } from '../symbols/reader.js';
import type { ClusterFacts, FleetFacts } from './facts.js';

/**
 * Facts from a fleet file, whole or in part; keys that tell no fact are passed over, as `synth` checks them.
 *
 * Reports what `readYaml` reports, CONFIG_TYPE and CONFIG_FORMAT.
 */
export function readFacts(
  text: string,
  file: string,
): { readonly facts: FleetFacts; readonly diagnostics: readonly Diagnostic[] } {
  const read = readYaml(text, yaml12, file);
  if (read.file === undefined) return { facts: {}, diagnostics: read.diagnostics };
  const { file: yaml } = read;
  const { data } = yaml;
  if (data === null) return { facts: {}, diagnostics: [] };
  keepReleaseAsWritten(data, (path) => yaml.spellingOf(path));
  if (!isPlain(data)) {
    const message = 'a fleet file is a map';
    return {
      facts: {},
      diagnostics: [
        {
          code: 'CONFIG_TYPE',
          severity: 'error',
          message,
          fix: 'write `key: value` lines, such as `clusters:`',
          ...yaml.placeOf([]),
        },
      ],
    };
  }
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
    clusters: Object.fromEntries(
      Object.keys(clusters?.value ?? {}).map((name) => [name, clusterFacts(clusters?.sub(name), releaseOf)]),
    ),
  };
  return {
    facts,
    diagnostics: [
      ...reader.mistyped.map(({ path, value, expected, line, column }): Diagnostic => ({
        code: 'CONFIG_TYPE',
        severity: 'error',
        message: `\`${path}\` is ${value}, not ${expected}`,
        fix: `write ${expected} here`,
        path,
        file,
        line,
        column,
      })),
      ...releases.map(({ path, value, line, column }): Diagnostic => ({
        code: 'CONFIG_FORMAT',
        severity: 'error',
        message: `\`${path}\`: \`${value}\` is no Linkerd release`,
        why: 'rules that hold for some releases only need it, and what the manifests tell was used instead',
        fix: 'write an edge such as `edge-26.8.2`, or a stable such as `2.18`',
        path,
        file,
        line,
        column,
      })),
    ],
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
    networks: cluster.texts('networks').map((field) => field.value),
  };
}
