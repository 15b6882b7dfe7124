/** One term of a label selector's `matchExpressions`. */
export interface SelectorTerm {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

/** A label selector as it stands in a Link. */
export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>> | null;
  readonly matchExpressions?: readonly SelectorTerm[] | null;
}

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
