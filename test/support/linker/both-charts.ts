import { account, leases, mirroring } from './chart-access.js';
import { createdBy, extension, mc, multicluster, rbac, release } from './chart-words.js';
import type { TestObject } from './own-fleet.js';

/** The chart's objects that every cluster has: the Link's CRD, the local mirror, who may look at the proxies. */
export function bothCharts(): TestObject[] {
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
