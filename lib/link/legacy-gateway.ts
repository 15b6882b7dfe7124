import type { ChartObject } from '../chart/chart-object.js';
import { goText } from '../helm/go-text.js';
import { isTrue } from '../helm/truth.js';
import type { LegacyRendering } from './legacy-rendering.js';

/**
 * The Service that the legacy controller's probes go to, whose endpoints the controller writes.
 *
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster-link/templates/gateway-mirror.yaml
 */
export function legacyProbeService({ values, place, namespace }: LegacyRendering): ChartObject[] {
  const gateway = place.table(values.gateway, 'gateway');
  if (!isTrue(gateway.enabled)) return [];
  const target = goText(values.targetClusterName);
  const probe = place.table(gateway.probe, 'gateway.probe');
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: place.word(`probe-gateway-${target}`, 'targetClusterName'),
        namespace,
        labels: {
          'linkerd.io/extension': 'multicluster',
          'mirror.linkerd.io/mirrored-gateway': 'true',
          'mirror.linkerd.io/cluster-name': place.raw(values.targetClusterName, 'targetClusterName'),
          ...place.keys(values.commonLabels, 'commonLabels'),
        },
      },
      spec: {
        ports: [{ name: 'mc-probe', port: place.raw(probe.port, 'gateway.probe.port'), protocol: 'TCP' }],
      },
    },
  ];
}

/**
 * What lets the legacy controller's pod pass a PodSecurityPolicy, which Kubernetes 1.25 removed.
 *
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster-link/templates/psp.yaml
 */
export function legacyPsp({ values, place, namespace }: LegacyRendering): ChartObject[] {
  if (!isTrue(values.enablePSP)) return [];
  const target = goText(values.targetClusterName);
  return [
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: {
        name: place.word(`linkerd-multicluster-link-psp-${target}`, 'targetClusterName'),
        namespace,
        labels: {
          'linkerd.io/extension': 'multicluster',
          namespace,
          ...place.keys(values.commonLabels, 'commonLabels'),
        },
      },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'psp' },
      subjects: [
        {
          kind: 'ServiceAccount',
          name: place.word(`linkerd-service-mirror-${target}`, 'targetClusterName'),
          namespace,
        },
      ],
    },
  ];
}
