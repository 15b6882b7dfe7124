import type { Field } from '../field.js';
import type { ObjectSymbol } from '../object.js';
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
  /** Keys of `spec`, `spec.probeSpec` and the selectors that no Link CRD of any release declares. */
  readonly unknownKeys: readonly Field<string>[];
  /** Paths of fields of its spec whose type the API server refuses. */
  readonly mistypedPaths: readonly string[];
  /** What was read of its spec: one and the same for Links that share it, as those of many sources do. */
  readonly spec: object;
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
const selectorKeys = new Set(['matchExpressions', 'matchLabels']);

const readSpec = onceForPart('spec', (reader) => {
  const mistakes = reader.mistyped.length;
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
    unknownKeys: [
      ...unknown(reader.sub('spec'), specKeys),
      ...unknown(spec.sub('probeSpec'), probeKeys),
      ...['selector', 'remoteDiscoverySelector', 'federatedServiceSelector'].flatMap((key) =>
        unknown(spec.under(key), selectorKeys),
      ),
    ],
    mistypedPaths: reader.mistyped.slice(mistakes).map(({ path }) => path),
  };
});

/** Reads a Link of any API version. */
export function readLink(object: ObjectSymbol, reader: Reader): LinkSymbol {
  const spec = readSpec(reader);
  // one by one: given so many fields at once, an object becomes a dictionary, which takes 1,500 bytes more
  const link = object as { -readonly [K in keyof LinkSymbol]: LinkSymbol[K] };
  link.targetClusterName = spec.targetClusterName;
  link.targetClusterDomain = spec.targetClusterDomain;
  link.targetClusterLinkerdNamespace = spec.targetClusterLinkerdNamespace;
  link.clusterCredentialsSecret = spec.clusterCredentialsSecret;
  link.gatewayAddress = spec.gatewayAddress;
  link.gatewayPort = spec.gatewayPort;
  link.gatewayIdentity = spec.gatewayIdentity;
  link.probePath = spec.probePath;
  link.probePort = spec.probePort;
  link.probePeriod = spec.probePeriod;
  link.probeTimeout = spec.probeTimeout;
  link.probeFailureThreshold = spec.probeFailureThreshold;
  link.selector = spec.selector;
  link.remoteDiscoverySelector = spec.remoteDiscoverySelector;
  link.federatedServiceSelector = spec.federatedServiceSelector;
  link.excludedLabels = spec.excludedLabels;
  link.excludedAnnotations = spec.excludedAnnotations;
  link.unknownKeys = spec.unknownKeys;
  link.mistypedPaths = spec.mistypedPaths;
  link.spec = spec;
  return link;
}

function unknown(map: Reader | undefined, known: ReadonlySet<string>): readonly Field<string>[] {
  if (map === undefined) return [];
  const keys = Object.keys(map.value).filter((key) => !known.has(key));
  return keys.map((key) => map.field(key, [key]));
}
