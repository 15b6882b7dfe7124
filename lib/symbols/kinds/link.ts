import type { Field } from '../field.js';
import { withFields, type ObjectSymbol } from '../object.js';
import type { Reader } from '../reader.js';
import { onceForPart } from '../shared-reading.js';
import { readSelector, type SelectorSymbol } from './selector.js';

/**
 * A Link: what the source cluster believes of its target.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/link-crd.yaml
 */
export interface LinkSymbol extends ObjectSymbol {
  readonly targetClusterName?: Field<string>;
  readonly targetClusterDomain?: Field<string>;
  readonly targetClusterLinkerdNamespace?: Field<string>;
  readonly clusterCredentialsSecret?: Field<string>;
  readonly gatewayAddress?: Field<string>;
  readonly gatewayPort?: Field<string>;
  readonly gatewayIdentity?: Field<string>;
  readonly probePath?: Field<string>;
  readonly probePort?: Field<string>;
  readonly probePeriod?: Field<string>;
  readonly probeTimeout?: Field<string>;
  readonly probeFailureThreshold?: Field<string>;
  readonly selector?: SelectorSymbol;
  readonly remoteDiscoverySelector?: SelectorSymbol;
  readonly federatedServiceSelector?: SelectorSymbol;
  readonly excludedLabels?: readonly Field<string>[];
  readonly excludedAnnotations?: readonly Field<string>[];
  /** Keys of `spec` and `spec.probeSpec` that no Link CRD of any release declares. */
  readonly unknownKeys: readonly Field<string>[];
}

const specKeys = new Set([
  'clusterCredentialsSecret',
  'excludedAnnotations',
  'excludedLabels',
  'federatedServiceSelector',
  'gatewayAddress',
  'gatewayIdentity',
  'gatewayPort',
  'probeSpec',
  'remoteDiscoverySelector',
  'selector',
  'targetClusterDomain',
  'targetClusterLinkerdNamespace',
  'targetClusterName',
]);
const probeKeys = new Set(['failureThreshold', 'path', 'period', 'port', 'timeout']);

const readSpec = onceForPart('spec', (reader) => {
  const spec = reader.under('spec');
  const probe = spec.under('probeSpec');
  return {
    targetClusterName: spec.text('targetClusterName'),
    targetClusterDomain: spec.text('targetClusterDomain'),
    targetClusterLinkerdNamespace: spec.text('targetClusterLinkerdNamespace'),
    clusterCredentialsSecret: spec.text('clusterCredentialsSecret'),
    gatewayAddress: spec.text('gatewayAddress'),
    gatewayPort: spec.text('gatewayPort'),
    gatewayIdentity: spec.text('gatewayIdentity'),
    probePath: probe.text('path'),
    probePort: probe.text('port'),
    probePeriod: probe.text('period'),
    probeTimeout: probe.text('timeout'),
    probeFailureThreshold: probe.text('failureThreshold'),
    selector: readSelector(spec, 'selector'),
    remoteDiscoverySelector: readSelector(spec, 'remoteDiscoverySelector'),
    federatedServiceSelector: readSelector(spec, 'federatedServiceSelector'),
    excludedLabels: spec.has('excludedLabels') ? spec.texts('excludedLabels') : undefined,
    excludedAnnotations: spec.has('excludedAnnotations') ? spec.texts('excludedAnnotations') : undefined,
    unknownKeys: [...unknown(reader, specKeys, 'spec'), ...unknown(reader, probeKeys, 'spec', 'probeSpec')],
  };
});

/** Reads a Link of any API version. */
export function readLink(object: ObjectSymbol, reader: Reader): LinkSymbol {
  return withFields(object, readSpec(reader));
}

function unknown(reader: Reader, known: ReadonlySet<string>, ...path: string[]): readonly Field<string>[] {
  const map = reader.sub(...path);
  if (map === undefined) return [];
  const keys = Object.keys(map.value).filter((key) => !known.has(key));
  return keys.map((key) => map.field(key, [key]));
}
