import { parse } from 'yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { isPlain, Reader } from '../symbols/reader.js';
import type { ClusterFacts, FleetFacts } from './facts.js';

/**
 * Facts from a fleet file, whole or in part; keys that tell no fact are passed over, as `synth` checks them.
 *
 * Reports YAML_SYNTAX and CONFIG_TYPE.
 */
export function readFacts(
  text: string,
  file: string,
): { readonly facts: FleetFacts; readonly diagnostics: readonly Diagnostic[] } {
  let data: unknown;
  try {
    data = parse(text, { logLevel: 'silent', maxAliasCount: 100 });
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'the text is no YAML';
    return { facts: {}, diagnostics: [{ code: 'YAML_SYNTAX', severity: 'error', message, file }] };
  }
  if (!isPlain(data)) {
    return {
      facts: {},
      diagnostics: [{ code: 'CONFIG_TYPE', severity: 'error', message: 'a fleet file is a map', file }],
    };
  }
  const reader = new Reader(data);
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
    diagnostics: reader.mistyped.map(({ path, value, expected }) => ({
      code: 'CONFIG_TYPE',
      severity: 'error',
      message: `\`${path}\` is ${value}, not ${expected}`,
      path,
      file,
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
