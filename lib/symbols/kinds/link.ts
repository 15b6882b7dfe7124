import type { Field } from '../field.js';
import type { ObjectSymbol } from '../object.js';
import type { Reader } from '../reader.js';
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

/** Reads a Link of any API version. */
export function readLink(object: ObjectSymbol, reader: Reader): LinkSymbol {
  return {
    ...object,
    targetClusterName: reader.text('spec', 'targetClusterName'),
    targetClusterDomain: reader.text('spec', 'targetClusterDomain'),
    targetClusterLinkerdNamespace: reader.text('spec', 'targetClusterLinkerdNamespace'),
    clusterCredentialsSecret: reader.text('spec', 'clusterCredentialsSecret'),
    gatewayAddress: reader.text('spec', 'gatewayAddress'),
    gatewayPort: reader.text('spec', 'gatewayPort'),
    gatewayIdentity: reader.text('spec', 'gatewayIdentity'),
    probePath: reader.text('spec', 'probeSpec', 'path'),
    probePort: reader.text('spec', 'probeSpec', 'port'),
    probePeriod: reader.text('spec', 'probeSpec', 'period'),
    probeTimeout: reader.text('spec', 'probeSpec', 'timeout'),
    probeFailureThreshold: reader.text('spec', 'probeSpec', 'failureThreshold'),
    selector: readSelector(reader, 'spec', 'selector'),
    remoteDiscoverySelector: readSelector(reader, 'spec', 'remoteDiscoverySelector'),
    federatedServiceSelector: readSelector(reader, 'spec', 'federatedServiceSelector'),
    ...(reader.has('spec', 'excludedLabels')
      ? { excludedLabels: reader.texts('spec', 'excludedLabels') }
      : {}),
    ...(reader.has('spec', 'excludedAnnotations')
      ? { excludedAnnotations: reader.texts('spec', 'excludedAnnotations') }
      : {}),
    unknownKeys: [...unknown(reader, specKeys, 'spec'), ...unknown(reader, probeKeys, 'spec', 'probeSpec')],
  };
}

function unknown(reader: Reader, known: ReadonlySet<string>, ...path: string[]): Field<string>[] {
  const map = reader.sub(...path);
  if (map === undefined) return [];
  return Object.keys(map.value)
    .filter((key) => !known.has(key))
    .map((key) => map.field(key, [key]));
}
