/** Fields of a Link that is right; a case changes what it is about. */
export function link(
  changes: { readonly name?: string; readonly spec?: string; readonly probe?: string } = {},
): string {
  return `
apiVersion: multicluster.linkerd.io/v1alpha3
kind: Link
metadata: {name: ${changes.name ?? 'east'}, namespace: linkerd-multicluster}
spec:
  targetClusterName: east
  targetClusterDomain: cluster.local
  targetClusterLinkerdNamespace: linkerd
  clusterCredentialsSecret: cluster-credentials-east
  selector: {matchLabels: {mirror.linkerd.io/exported: "true"}}
  ${changes.probe ?? 'probeSpec: {path: /ready, port: "4191", period: 3s}'}
  ${changes.spec ?? 'gatewayAddress: gateway.east.example'}
`;
}

/** A Service with this in its spec. */
export function service(spec: string, name = 'web'): string {
  return `
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: linkerd-multicluster}
spec: {selector: {app: web}, ${spec}}
`;
}

/** A Deployment with these in its Pods. */
export function deployment({
  image = 'ghcr.io/linkerd/controller:edge-26.8.3',
  labels = 'app: web',
  resources = '{}',
  account = 'web',
} = {}): string {
  return `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: linkerd-multicluster}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {${labels}}}
    spec:
      serviceAccountName: ${account}
      containers: [{name: web, image: "${image}", resources: ${resources}}]
`;
}

/** An ExternalSecret with this at the end of its spec. */
export function externalSecret(spec: string, version = 'v1'): string {
  return `
apiVersion: external-secrets.io/${version}
kind: ExternalSecret
metadata: {name: cluster-credentials-east, namespace: linkerd-multicluster}
spec:
  secretStoreRef: {name: vault, kind: ClusterSecretStore}
  target: {name: cluster-credentials-east}
  data: [{secretKey: kubeconfig, remoteRef: {key: east}}]
  ${spec}
`;
}

/** An HTTPRoute with this spec. */
export function httpRoute(spec: string): string {
  return `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: web, namespace: linkerd-multicluster}
spec: {${spec}}
`;
}

/** An ApplicationSet with this in the spec of its template. */
export function applicationSet(spec: string): string {
  return `
apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: web, namespace: linkerd-multicluster}
spec:
  goTemplate: true
  goTemplateOptions: ["missingkey=error"]
  generators: [{clusters: {}}]
  template: {metadata: {name: "{{ .name }}"}, spec: {${spec}}}
`;
}
