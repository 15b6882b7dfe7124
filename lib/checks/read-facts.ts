import { keepReleaseAsWritten } from '../config/release-as-written.js';
import { yaml12 } from '../config/yaml/dialects.js';
import { readYaml } from '../config/yaml/read-yaml.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { isPlain, Reader } from '../symbols/reader.js';
import type { ClusterFacts, FleetFacts } from './facts.js';

/**
 * Facts from a fleet file, whole or in part; keys that tell no fact are passed over, as `synth` checks them.
 *
 * Reports what `readYaml` reports, and CONFIG_TYPE.
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
      diagnostics: [{ code: 'CONFIG_TYPE', severity: 'error', message, ...yaml.placeOf([]) }],
    };
  }
  const reader = new Reader(data, [], (path) => {
    const { line = 0, column = 0 } = yaml.placeOf(path);
    return { line, column };
  });
  const linkerd = reader.sub('linkerd');
  const clusters = reader.sub('clusters');
  const facts: FleetFacts = {
    trustDomain: linkerd?.text('trustDomain')?.value ?? reader.text('trustDomain')?.value,
    clusterDomain: linkerd?.text('clusterDomain')?.value ?? reader.text('clusterDomain')?.value,
    release: linkerd?.text('release')?.value ?? reader.text('release')?.value,
    clusters: Object.fromEntries(
      Object.keys(clusters?.value ?? {}).map((name) => [name, clusterFacts(clusters?.sub(name))]),
    ),
  };
  return {
    facts,
    diagnostics: reader.mistyped.map(({ path, value, expected, line, column }) => ({
      code: 'CONFIG_TYPE',
      severity: 'error',
      message: `\`${path}\` is ${value}, not ${expected}`,
      path,
      file,
      line,
      column,
    })),
  };
}

function clusterFacts(cluster: Reader | undefined): ClusterFacts {
  if (cluster === undefined) return {};
  return {
    argocdName: cluster.text('argocdName')?.value,
    trustDomain: cluster.text('trustDomain')?.value,
    clusterDomain: cluster.text('clusterDomain')?.value,
    release: cluster.text('release')?.value,
    networks: cluster.texts('networks').map((field) => field.value),
  };
}
