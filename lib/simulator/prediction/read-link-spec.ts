import { asList, asRecord, asStringMap, asText } from '../raw-object.js';
import type { LabelSelector, LinkSpec, SelectorTerm } from '../link-spec.js';

/** Text, or a number as its text: an unquoted port, which the linker reports, is still meant as a port. */
function text(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : asText(value);
}

function texts(value: unknown): readonly string[] {
  return asList(value).filter((entry) => typeof entry === 'string');
}

function selector(value: unknown): LabelSelector | undefined {
  if (value === undefined || value === null) return undefined;
  const { matchLabels, matchExpressions } = asRecord(value);
  const terms = asList(matchExpressions).map((entry): SelectorTerm => {
    const { key, operator, values } = asRecord(entry);
    return { key: asText(key) ?? '', operator: asText(operator) ?? '', values: texts(values) };
  });
  return { matchLabels: asStringMap(matchLabels), matchExpressions: terms };
}

/** A Link's spec from a manifest of any form; what is of a wrong type counts as absent. */
export function readLinkSpec(value: unknown): LinkSpec {
  const raw = asRecord(value);
  const { path, port } = asRecord(raw.probeSpec);
  return {
    ...raw,
    targetClusterName: text(raw.targetClusterName),
    targetClusterDomain: text(raw.targetClusterDomain),
    gatewayAddress: text(raw.gatewayAddress),
    gatewayPort: text(raw.gatewayPort),
    gatewayIdentity: text(raw.gatewayIdentity),
    probeSpec: { path: text(path), port: text(port) },
    selector: selector(raw.selector),
    remoteDiscoverySelector: selector(raw.remoteDiscoverySelector),
    federatedServiceSelector: selector(raw.federatedServiceSelector),
    excludedLabels: texts(raw.excludedLabels),
    excludedAnnotations: texts(raw.excludedAnnotations),
  };
}
