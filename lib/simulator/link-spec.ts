import type { LabelSelector } from '../symbols/label-selector.js';

/**
 * What the controller reads of a Link's `spec`; every field may be absent.
 *
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/controller/gen/apis/link/v1alpha3/types.go
 */
export interface LinkSpec {
  readonly targetClusterName?: string;
  readonly targetClusterDomain?: string;
  readonly gatewayAddress?: string;
  readonly gatewayPort?: string;
  readonly gatewayIdentity?: string;
  readonly probeSpec?: { readonly path?: string; readonly port?: string } | null;
  readonly selector?: LabelSelector | null;
  readonly remoteDiscoverySelector?: LabelSelector | null;
  readonly federatedServiceSelector?: LabelSelector | null;
  readonly excludedLabels?: readonly string[] | null;
  readonly excludedAnnotations?: readonly string[] | null;
  readonly [field: string]: unknown;
}
