import { asList, asRecord, asStringMap, asText } from '../raw-object.js';
import type { LabelSelector, SelectorTerm } from '../../symbols/label-selector.js';
import type { LinkSpec } from '../link-spec.js';

/** Text, or a number as its text: an unquoted port, which the linker reports, is still meant as a port. */
function text(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : asText(value);
}

function texts(value: unknown): readonly string[] {
  return asList(value).filter((entry) => typeof entry === 'string');
}

/** A label selector from a manifest. */
export function readSelector(value: unknown): LabelSelector | undefined {
  if (value === undefined || value === null) return undefined;
  const { matchLabels, matchExpressions } = asRecord(value);
  const terms = asList(matchExpressions).map((entry): SelectorTerm => {
    const { key, operator, values } = asRecord(entry);
    return { key: asText(key) ?? '', operator: asText(operator) ?? '', values: texts(values) };
  });
  return { matchLabels: asStringMap(matchLabels), matchExpressions: terms };
}

/** Fields that the API server prunes from a Link of a version, as its schema lacks them (linkerd-multicluster 1.1). */
const pruned: Readonly<Record<string, readonly string[]>> = {
  v1alpha1: ['federatedServiceSelector', 'excludedLabels', 'excludedAnnotations'],
  v1alpha2: ['excludedLabels', 'excludedAnnotations'],
};

/** The fields of a spec that its version has. */
function kept(value: unknown, apiVersion: unknown): Readonly<Record<string, unknown>> {
  const raw = asRecord(value);
  const lacking = pruned[asText(apiVersion)?.split('/')[1] ?? ''];
  if (lacking === undefined) return raw;
  return Object.fromEntries(Object.entries(raw).filter(([field]) => !lacking.includes(field)));
}

/**
 * A Link's spec from a manifest of any form, as the API server stores it.
 *
 * What is of a wrong type counts as absent.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/link-crd.yaml
 */
export function readLinkSpec(value: unknown, apiVersion?: unknown): LinkSpec {
  const raw = kept(value, apiVersion);
  const { path, port } = asRecord(raw.probeSpec);
  return {
    ...raw,
    targetClusterName: text(raw.targetClusterName),
    targetClusterDomain: text(raw.targetClusterDomain),
    gatewayAddress: text(raw.gatewayAddress),
    gatewayPort: text(raw.gatewayPort),
    gatewayIdentity: text(raw.gatewayIdentity),
    probeSpec: { path: text(path), port: text(port) },
    selector: readSelector(raw.selector),
    remoteDiscoverySelector: readSelector(raw.remoteDiscoverySelector),
    federatedServiceSelector: readSelector(raw.federatedServiceSelector),
    excludedLabels: texts(raw.excludedLabels),
    excludedAnnotations: texts(raw.excludedAnnotations),
  };
}
