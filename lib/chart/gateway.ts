import { isTrue } from '../helm/truth.js';
import type { HelmValue } from '../helm/value.js';
import type { ChartObject } from './chart-object.js';
import { gatewayDeployment } from './gateway-deployment.js';
import { gatewayService } from './gateway-service.js';
import { pullSecrets } from './pod-parts.js';
import { extensionLabels, labels, type Rendering } from './rendering.js';

/**
 * The gateway: Deployment, Service, ServiceAccount, and a budget where pods avoid each other.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/gateway.yaml
 */
export function gateway(r: Rendering): ChartObject[] {
  const name = r.place.raw(r.gateway.name, 'gateway.name');
  return [
    gatewayDeployment(r, name),
    ...(isTrue(r.values.enablePodAntiAffinity) ? [disruptionBudget(r, name)] : []),
    gatewayService(r, name),
    serviceAccount(r, name),
  ];
}

function disruptionBudget(r: Rendering, name: HelmValue): ChartObject {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: {
      annotations: r.createdByAlone,
      labels: labels({ app: name, 'linkerd.io/extension': 'multicluster' }, r.commonLabels),
      name,
      namespace: r.namespace,
    },
    spec: { maxUnavailable: 1, selector: { matchLabels: { app: name } } },
  };
}

function serviceAccount(r: Rendering, name: HelmValue): ChartObject {
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { labels: extensionLabels(r), name, namespace: r.namespace },
    ...(r.facts.pullSecrets && pullSecrets(r.values.imagePullSecrets, r.place)),
  };
}
