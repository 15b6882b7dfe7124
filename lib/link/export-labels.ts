import { sharedPart } from '../manifests/shared-part.js';

/** Label of a Service by which it asks to be mirrored: through the gateway, or flat. */
export const exportedLabel = 'mirror.linkerd.io/exported';

/** Label of a Service by which it asks to be a member of a federated Service. */
export const federatedLabel = 'mirror.linkerd.io/federated';

/**
 * Label and value by which `link-gen` selects Services unless told otherwise, one for each selector of a Link.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/cmd/link-gen.go
 */
export const exportLabels = {
  gateway: [exportedLabel, 'true'],
  remoteDiscovery: [exportedLabel, 'remote-discovery'],
  federated: [federatedLabel, 'member'],
} as const;

/** The values of `exportLabels` by their label. */
export const exportValues: Readonly<Record<string, readonly string[]>> = {
  [exportedLabel]: [exportLabels.gateway[1], exportLabels.remoteDiscovery[1]],
  [federatedLabel]: [exportLabels.federated[1]],
};

/** What `link-gen` selects unless told otherwise. */
export const defaultSelectors = {
  gateway: selectorOf(exportLabels.gateway),
  remoteDiscovery: selectorOf(exportLabels.remoteDiscovery),
  federated: selectorOf(exportLabels.federated),
} as const;

function selectorOf([key, value]: readonly [string, string]): {
  readonly matchLabels: Readonly<Record<string, string>>;
} {
  return sharedPart({ matchLabels: sharedPart({ [key]: value }) });
}
