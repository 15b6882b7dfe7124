import { createdBy, extension, mc, rbac } from './chart-words.js';
import type { TestObject } from './own-fleet.js';

/** What a controller needs to be the one that leads. */
export const leases = {
  apiGroups: ['coordination.k8s.io'],
  resources: ['leases'],
  verbs: ['create', 'get', 'update', 'patch'],
};

/** The ClusterRole of a controller that mirrors into its own cluster. */
export function mirroring(
  name: string,
  labels: Record<string, string>,
  more: readonly object[] = [],
): TestObject {
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

/** A ServiceAccount of the extension. */
export function account(
  name: string,
  labels: Record<string, string>,
  annotations: Record<string, string> = {},
): TestObject {
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace: mc, labels, annotations } };
}
