/**
 * What the Link of a release looks like, beside the target it names.
 *
 * `v1alpha1` until 2.16, `v1alpha2` from 2.17 (edge-24.11.2), `v1alpha3` from edge-25.3.3 (2.18).
 */
export interface LinkFormat {
  /** Version of the Link API that the release's controllers and CLI speak. */
  readonly linkApiVersion: 'v1alpha1' | 'v1alpha2' | 'v1alpha3';
  /**
   * Whether a Link without a gateway still has to name every gateway field, empty: until 2.17.
   *
   * Those controllers refuse a Link that lacks one.
   * @see https://github.com/linkerd/linkerd2/blob/version-2.17/pkg/multicluster/link.go
   */
  readonly linkNamesEveryField: boolean;
  /**
   * How a probe period gets from the gateway's annotation into the Link.
   *
   * `duration`: seconds or a Go duration become a duration, `3s`; edge-25.1.2 and later. `seconds`: as they
   * stand, as controllers of edge-25.1.1 read nothing else. `duration from seconds`: until 2.17.
   * @see https://github.com/linkerd/linkerd2/pull/13586
   */
  readonly linkPeriod: 'duration' | 'seconds' | 'duration from seconds';
}
