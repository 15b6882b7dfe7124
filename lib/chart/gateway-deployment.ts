import { goText } from '../helm/go-text.js';
import { isTrue } from '../helm/truth.js';
import type { HelmMap, HelmValue } from '../helm/value.js';
import { affinity } from './affinity.js';
import type { ChartObject, Keys } from './chart-object.js';
import { containerSecurity, nodeSelector, ONE_AT_A_TIME, POD_SECURITY, tolerations } from './pod-parts.js';
import { labels, type Rendering } from './rendering.js';

/** The gateway's Deployment: pods that do nothing themselves, as the proxy beside them is the gateway. */
export function gatewayDeployment(r: Rendering, name: HelmValue): ChartObject {
  const { facts, gateway, place, values } = r;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      annotations: r.createdByAlone,
      labels: labels(
        {
          app: name,
          'app.kubernetes.io/name': 'gateway',
          'app.kubernetes.io/part-of': 'Linkerd',
          'app.kubernetes.io/version': place.raw(values.linkerdVersion, 'linkerdVersion'),
          component: 'gateway',
          'linkerd.io/extension': 'multicluster',
        },
        r.commonLabels,
      ),
      name,
      namespace: r.namespace,
    },
    spec: {
      replicas: place.raw(gateway.replicas, 'gateway.replicas'),
      ...(facts.revisionHistoryLimit && {
        revisionHistoryLimit: place.raw(values.revisionHistoryLimit, 'revisionHistoryLimit'),
      }),
      selector: { matchLabels: { app: name } },
      ...(isTrue(values.enablePodAntiAffinity) && { strategy: ONE_AT_A_TIME }),
      template: { metadata: podMetadata(r, name), spec: podSpec(r, name) },
    },
  };
}

function podMetadata(r: Rendering, name: HelmValue): { annotations: Keys; labels: Keys } {
  return {
    annotations: labels(
      {
        'cluster-autoscaler.kubernetes.io/safe-to-evict': 'true',
        'config.linkerd.io/default-inbound-policy': 'all-authenticated',
        'config.linkerd.io/enable-gateway': 'true',
        'config.linkerd.io/proxy-require-identity-inbound-ports': r.place.quoted(
          goText(r.gateway.port),
          'gateway.port',
        ),
        'linkerd.io/created-by': r.createdBy,
        'linkerd.io/inject': 'enabled',
      },
      r.place.keys(r.gateway.deploymentAnnotations, 'gateway.deploymentAnnotations'),
    ),
    labels: labels({ app: name, 'linkerd.io/extension': 'multicluster' }, r.podLabels),
  };
}

function podSpec({ facts, gateway, place, values }: Rendering, name: HelmValue): HelmMap {
  const grace = gateway.terminationGracePeriodSeconds;
  return {
    ...affinity(
      {
        label: 'app',
        component: place.rawItem(gateway.name, 'gateway.name'),
        antiAffinity: values.enablePodAntiAffinity,
        nodeAffinity: values.nodeAffinity,
        nodeAffinityPath: 'nodeAffinity',
      },
      place,
    ),
    ...(isTrue(grace) && {
      terminationGracePeriodSeconds: place.raw(grace, 'gateway.terminationGracePeriodSeconds'),
    }),
    ...(facts.projectedToken && { automountServiceAccountToken: false }),
    containers: [
      {
        image: place.raw(gateway.pauseImage, 'gateway.pauseImage'),
        name: 'pause',
        securityContext: containerSecurity(
          place.raw(gateway.UID, 'gateway.UID'),
          facts.runAsGroup ? place.raw(gateway.GID, 'gateway.GID') : undefined,
        ),
      },
    ],
    securityContext: POD_SECURITY,
    serviceAccountName: name,
    ...nodeSelector(gateway.nodeSelector, place, 'gateway.nodeSelector', !isTrue(gateway.tolerations)),
    ...tolerations(gateway.tolerations, place, 'gateway.tolerations'),
  } as HelmMap;
}
