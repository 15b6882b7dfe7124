import { anchor } from './anchors.js';
import { mc, release } from './chart-words.js';

/** An object of a test fleet, open for changes. */
export interface TestObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, unknown>;
    annotations?: Record<string, unknown>;
  };
  // a test breaks any field it likes
  [field: string]: unknown;
}

/** The control plane's configuration, of either cluster. */
export function controlPlane(): TestObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'linkerd-config', namespace: 'linkerd' },
    data: {
      values: [
        'clusterDomain: cluster.local',
        'identityTrustDomain: cluster.local',
        `linkerdVersion: ${release}`,
        'identityTrustAnchorsPEM: |',
        ...anchor
          .trimEnd()
          .split('\n')
          .map((line) => `  ${line}`),
        'proxy:',
        '  ports:',
        '    inbound: 4143',
        '    admin: 4191',
        '',
      ].join('\n'),
    },
  };
}

/** West's Link to east, in all three modes. */
export function link(): TestObject {
  return {
    apiVersion: 'multicluster.linkerd.io/v1alpha3',
    kind: 'Link',
    metadata: {
      name: 'east',
      namespace: mc,
      annotations: { 'linkerd.io/created-by': `linkerd/cli ${release}` },
    },
    spec: {
      targetClusterName: 'east',
      targetClusterDomain: 'cluster.local',
      targetClusterLinkerdNamespace: 'linkerd',
      clusterCredentialsSecret: 'cluster-credentials-east',
      gatewayAddress: 'gw.east.example.com',
      gatewayPort: '30143',
      gatewayIdentity: `linkerd-gateway.${mc}.serviceaccount.identity.linkerd.cluster.local`,
      probeSpec: { path: '/ready', port: '30191', period: '3s', timeout: '30s', failureThreshold: '3' },
      selector: { matchLabels: { 'mirror.linkerd.io/exported': 'true' } },
      remoteDiscoverySelector: { matchLabels: { 'mirror.linkerd.io/exported': 'remote-discovery' } },
      federatedServiceSelector: { matchLabels: { 'mirror.linkerd.io/federated': 'member' } },
      excludedLabels: ['argocd.argoproj.io/*'],
      excludedAnnotations: ['argocd.argoproj.io/*'],
    },
  };
}

/** An ExternalSecret for one of the two credentials of the Link. */
export function credential(namespace: string): TestObject {
  const metadata =
    namespace === mc
      ? undefined
      : {
          labels: { 'multicluster.linkerd.io/cluster-name': 'east' },
          annotations: {
            'multicluster.linkerd.io/trust-domain': 'cluster.local',
            'multicluster.linkerd.io/cluster-domain': 'cluster.local',
          },
        };
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name: 'cluster-credentials-east-es', namespace },
    spec: {
      refreshInterval: '0s',
      secretStoreRef: { name: 'vault', kind: 'ClusterSecretStore' },
      target: {
        creationPolicy: 'Owner',
        deletionPolicy: 'Retain',
        name: 'cluster-credentials-east',
        template: {
          engineVersion: 'v2',
          mergePolicy: 'Replace',
          type: 'mirror.linkerd.io/remote-kubeconfig',
          ...(metadata === undefined ? {} : { metadata }),
          data: { kubeconfig: '{{ .kubeconfig }}' },
        },
      },
      data: [
        {
          secretKey: 'kubeconfig',
          remoteRef: {
            conversionStrategy: 'Default',
            decodingStrategy: 'None',
            key: 'linkerd/west-to-east',
            metadataPolicy: 'None',
            property: 'kubeconfig',
          },
        },
      ],
    },
  };
}

/** Lets an ExternalSecret read properties of its one key, each as a key of its own. */
export function readProperties({ spec }: TestObject, ...properties: readonly string[]): void {
  const made = spec as { data: { remoteRef: Record<string, string> }[] };
  const [first] = made.data;
  made.data = properties.map((property) => ({
    secretKey: property,
    remoteRef: { ...first?.remoteRef, property },
  }));
}

/** A Service as east exports it. */
export function service(name: string, labels: Record<string, string>): TestObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: 'shop', labels },
    spec: { selector: { app: name }, ports: [{ name: 'http', port: 80 }] },
  };
}
