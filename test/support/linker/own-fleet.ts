import { anchor } from './anchors.js';

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

const mc = 'linkerd-multicluster';
const release = 'edge-26.8.3';
const extension = { 'linkerd.io/extension': 'multicluster' };
const createdBy = { 'linkerd.io/created-by': `linkerd/helm ${release}` };
const rbac = 'rbac.authorization.k8s.io';
const multicluster = 'multicluster.linkerd.io';

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

/** The chart's objects of west that rules look at. */
export function westChart(): TestObject[] {
  const labels = { ...extension, component: 'controller', 'mirror.linkerd.io/cluster-name': 'east' };
  return [
    account('controller-east', labels),
    {
      apiVersion: `${rbac}/v1`,
      kind: 'Role',
      metadata: { name: 'controller-read-remote-creds-east', namespace: mc, labels },
      rules: [
        {
          apiGroups: [''],
          resources: ['secrets'],
          resourceNames: ['cluster-credentials-east'],
          verbs: ['get'],
        },
        { apiGroups: [multicluster], resources: ['links'], verbs: ['list', 'get', 'watch'] },
        { apiGroups: [multicluster], resources: ['links/status'], verbs: ['update', 'patch'] },
        leases,
      ],
    },
    mirroring('linkerd-multicluster-controller-access-local-resources', labels),
    {
      apiVersion: `${rbac}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name: 'linkerd-multicluster-controller-access-local-resources-east', labels },
      roleRef: {
        apiGroup: rbac,
        kind: 'ClusterRole',
        name: 'linkerd-multicluster-controller-access-local-resources',
      },
      subjects: [{ kind: 'ServiceAccount', name: 'controller-east', namespace: mc }],
    },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'RoleBinding',
      metadata: { name: 'controller-read-remote-creds-east', namespace: mc, labels },
      roleRef: { apiGroup: rbac, kind: 'Role', name: 'controller-read-remote-creds-east' },
      subjects: [{ kind: 'ServiceAccount', name: 'controller-east', namespace: mc }],
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'probe-east',
        namespace: mc,
        labels: {
          ...extension,
          'mirror.linkerd.io/mirrored-gateway': 'true',
          'mirror.linkerd.io/cluster-name': 'east',
        },
        annotations: createdBy,
      },
      spec: { ports: [{ name: 'mc-probe', port: 30191, protocol: 'TCP' }] },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'controller-east', namespace: mc, labels },
      spec: {
        replicas: 1,
        template: {
          metadata: { labels },
          spec: {
            serviceAccountName: 'controller-east',
            containers: [
              {
                name: 'controller',
                image: `cr.l5d.io/linkerd/controller:${release}`,
                args: ['service-mirror', '-probe-service=probe-east', 'east'],
                ports: [{ name: 'ctrl-admin', containerPort: 9999 }],
              },
            ],
          },
        },
      },
    },
    ...bothCharts(),
  ];
}

/** The chart's objects of east that rules look at: a NodePort gateway and two accounts. */
export function eastChart(): TestObject[] {
  return [
    account('linkerd-gateway', extension),
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'linkerd-gateway',
        namespace: mc,
        labels: extension,
        annotations: {
          ...createdBy,
          'mirror.linkerd.io/gateway-identity': `linkerd-gateway.${mc}.serviceaccount.identity.linkerd.cluster.local`,
          'mirror.linkerd.io/multicluster-gateway': 'true',
        },
      },
      spec: {
        type: 'NodePort',
        selector: { app: 'linkerd-gateway' },
        ports: [
          { name: 'mc-gateway', port: 4143, protocol: 'TCP', nodePort: 30143 },
          { name: 'mc-probe', port: 4191, protocol: 'TCP', nodePort: 30191 },
        ],
      },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'linkerd-gateway', namespace: mc, labels: extension },
      spec: {
        replicas: 1,
        template: {
          metadata: {
            labels: { app: 'linkerd-gateway' },
            annotations: { 'linkerd.io/inject': 'enabled', 'config.linkerd.io/enable-gateway': 'true' },
          },
          spec: {
            serviceAccountName: 'linkerd-gateway',
            containers: [{ name: 'pause', image: 'registry.k8s.io/pause:3.2' }],
          },
        },
      },
    },
    ...['mirror-a', 'mirror-b'].flatMap((name) => remoteAccess(name)),
    ...bothCharts(),
  ];
}

const leases = {
  apiGroups: ['coordination.k8s.io'],
  resources: ['leases'],
  verbs: ['create', 'get', 'update', 'patch'],
};

/** The ClusterRole of a controller that mirrors into its own cluster. */
function mirroring(name: string, labels: Record<string, string>, more: readonly object[] = []): TestObject {
  return {
    apiVersion: `${rbac}/v1`,
    kind: 'ClusterRole',
    metadata: { name, labels },
    rules: [
      {
        apiGroups: [''],
        resources: ['endpoints', 'services'],
        verbs: ['list', 'get', 'watch', 'create', 'delete', 'update'],
      },
      { apiGroups: [''], resources: ['namespaces'], verbs: ['list', 'get', 'watch'] },
      ...more,
    ],
  };
}

/** The four objects of an account for another cluster. */
export function remoteAccess(name: string): TestObject[] {
  return [
    account(name, extension, createdBy),
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name: `${name}-token`,
        namespace: mc,
        annotations: { 'kubernetes.io/service-account.name': name },
      },
      type: 'kubernetes.io/service-account-token',
    },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'ClusterRole',
      metadata: { name, labels: extension },
      rules: [
        ['apps', 'replicasets'],
        ['', 'pods', 'endpoints', 'services'],
        ['discovery.k8s.io', 'endpointslices'],
        ['policy.linkerd.io', 'servers'],
      ].map(([group, ...resources]) => ({
        apiGroups: [group],
        resources,
        verbs: ['list', 'get', 'watch'],
      })),
    },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name, labels: extension },
      roleRef: { apiGroup: rbac, kind: 'ClusterRole', name },
      subjects: [{ kind: 'ServiceAccount', name, namespace: mc }],
    },
  ];
}

function bothCharts(): TestObject[] {
  const labels = { ...extension, component: 'local-service-mirror' };
  const localMirror = 'linkerd-local-service-mirror';
  const role = `${localMirror}-access-local-resources`;
  return [
    account(localMirror, labels),
    mirroring(role, labels, [
      leases,
      { apiGroups: [multicluster], resources: ['links'], verbs: ['list', 'get', 'watch'] },
    ]),
    {
      apiVersion: `${rbac}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name: role, labels },
      roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: role },
      subjects: [{ kind: 'ServiceAccount', name: localMirror, namespace: mc }],
    },
    {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'links.multicluster.linkerd.io', annotations: createdBy },
      spec: {
        group: 'multicluster.linkerd.io',
        versions: ['v1alpha1', 'v1alpha2', 'v1alpha3'].map((name) => ({
          name,
          served: true,
          storage: name === 'v1alpha3',
        })),
      },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: localMirror, namespace: mc, labels },
      spec: {
        replicas: 1,
        template: {
          metadata: { labels },
          spec: {
            serviceAccountName: localMirror,
            containers: [{ name: 'service-mirror', image: `cr.l5d.io/linkerd/controller:${release}` }],
          },
        },
      },
    },
    {
      apiVersion: 'policy.linkerd.io/v1beta3',
      kind: 'Server',
      metadata: { name: 'linkerd-admin', namespace: mc, labels: extension },
      spec: { podSelector: { matchLabels: extension }, port: 'linkerd-admin' },
    },
    {
      apiVersion: 'policy.linkerd.io/v1alpha1',
      kind: 'AuthorizationPolicy',
      metadata: { name: 'linkerd-admin', namespace: mc, labels: extension },
      spec: {
        targetRef: { group: 'policy.linkerd.io', kind: 'Server', name: 'linkerd-admin' },
        requiredAuthenticationRefs: [
          { kind: 'ServiceAccount', name: 'prometheus', namespace: 'linkerd-viz' },
        ],
      },
    },
  ];
}

function account(
  name: string,
  labels: Record<string, string>,
  annotations: Record<string, string> = {},
): TestObject {
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace: mc, labels, annotations } };
}
