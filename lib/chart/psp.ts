import { goText } from '../helm/go-text.js';
import type { ChartObject } from './chart-object.js';
import { extensionLabels, labels, type Rendering } from './rendering.js';

/**
 * Leave to use the control plane's PodSecurityPolicy, for clusters that still have them.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/psp.yaml
 */
export function psp(r: Rendering): ChartObject[] {
  const { namespace, place } = r;
  const policy = place.item(`linkerd-${goText(r.values.linkerdNamespace)}-control-plane`, 'linkerdNamespace');
  return [
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { labels: extensionLabels(r), name: 'psp', namespace },
      rules: [
        {
          apiGroups: ['policy', 'extensions'],
          resourceNames: [policy],
          resources: ['podsecuritypolicies'],
          verbs: ['use'],
        },
      ],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: {
        labels: labels({ 'linkerd.io/extension': 'multicluster', namespace }, r.commonLabels),
        name: 'linkerd-multicluster-psp',
        namespace,
      },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'psp' },
      subjects: [
        { kind: 'ServiceAccount', name: place.raw(r.gateway.name, 'gateway.name'), namespace },
        { kind: 'ServiceAccount', name: 'namespace-metadata', namespace },
      ],
    },
  ];
}
