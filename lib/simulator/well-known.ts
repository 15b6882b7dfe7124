/**
 * Label and annotation keys the controller reads and writes.
 *
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/pkg/k8s/labels.go
 */
export const keys = {
  /** Labels that begin with this text are never copied, be it a slash or not. */
  mirrorPrefix: 'mirror.linkerd.io',
  mirroredService: 'mirror.linkerd.io/mirrored-service',
  clusterName: 'mirror.linkerd.io/cluster-name',
  headlessMirrorOf: 'mirror.linkerd.io/headless-mirror-svc-name',
  remoteServiceName: 'mirror.linkerd.io/remote-svc-fq-name',
  remoteVersion: 'mirror.linkerd.io/remote-resource-version',
  gatewayIdentity: 'mirror.linkerd.io/remote-gateway-identity',
  remoteDiscovery: 'multicluster.linkerd.io/remote-discovery',
  localDiscovery: 'multicluster.linkerd.io/local-discovery',
  remoteService: 'multicluster.linkerd.io/remote-service',
  opaquePorts: 'config.linkerd.io/opaque-ports',
  headlessService: 'service.kubernetes.io/headless',
  skipMirror: 'endpointslice.kubernetes.io/skip-mirror',
} as const;
