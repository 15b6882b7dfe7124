import { account, leases, mirroring, remoteAccess } from './chart-access.js';
import { createdBy, extension, mc, multicluster, rbac, release } from './chart-words.js';
import { bothCharts } from './both-charts.js';
import type { TestObject } from './own-fleet.js';

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
