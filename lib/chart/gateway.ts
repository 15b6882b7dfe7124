import { goText } from '../helm/go-text.js';
import { isTrue } from '../helm/truth.js';
import { isList, isMap, type HelmMap, type HelmValue } from '../helm/value.js';
import { byCodePoints } from '../helm/code-points.js';
import { affinity } from './affinity.js';
import type { ChartObject, Keys } from './chart-object.js';
import {
  containerSecurity,
  nodeSelector,
  ONE_AT_A_TIME,
  POD_SECURITY,
  pullSecrets,
  tolerations,
} from './pod-parts.js';
import { extensionLabels, fields, labels, type Rendering } from './rendering.js';
import type { GatewayProbeValues } from './gateway-values.js';

/**
 * The gateway: Deployment, Service, ServiceAccount, and a budget where pods avoid each other.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/gateway.yaml
 */
export function gateway(r: Rendering): ChartObject[] {
  const name = r.place.raw(r.gateway.name, 'gateway.name');
  return [
    deployment(r, name),
    ...(isTrue(r.values.enablePodAntiAffinity) ? [disruptionBudget(r, name)] : []),
    service(r, name),
    serviceAccount(r, name),
  ];
}

function deployment(r: Rendering, name: HelmValue): ChartObject {
  const { facts, gateway, place, values } = r;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      annotations: { 'linkerd.io/created-by': r.createdBy },
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

function disruptionBudget(r: Rendering, name: HelmValue): ChartObject {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: {
      annotations: { 'linkerd.io/created-by': r.createdBy },
      labels: labels({ app: name, 'linkerd.io/extension': 'multicluster' }, r.commonLabels),
      name,
      namespace: r.namespace,
    },
    spec: { maxUnavailable: 1, selector: { matchLabels: { app: name } } },
  };
}

function service(r: Rendering, name: HelmValue): ChartObject {
  const probe = fields<GatewayProbeValues>(r, r.gateway.probe, 'gateway.probe');
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      annotations: labels(
        serviceAnnotations(r, probe),
        r.place.keys(r.gateway.serviceAnnotations, 'gateway.serviceAnnotations'),
      ),
      labels: extensionLabels(r),
      name,
      namespace: r.namespace,
    },
    spec: serviceSpec(r, name, probe),
  };
}

/** What `linkerd multicluster link-gen` reads of a gateway. */
function serviceAnnotations(r: Rendering, probe: Rendering['gateway'] | HelmMap): Keys {
  const { gateway, place, values } = r;
  const identity = [
    goText(gateway.name),
    r.namespaceText,
    'serviceaccount',
    'identity',
    goText(values.linkerdNamespace),
    goText(values.identityTrustDomain),
  ];
  const { path, seconds } = probe as HelmMap;
  return {
    component: 'gateway',
    'linkerd.io/created-by': r.createdBy,
    'mirror.linkerd.io/gateway-identity': place.word(identity.join('.'), 'gateway.name'),
    'mirror.linkerd.io/multicluster-gateway': 'true',
    'mirror.linkerd.io/probe-path': place.raw(path, 'gateway.probe.path'),
    'mirror.linkerd.io/probe-period': place.quoted(goText(seconds), 'gateway.probe.seconds'),
  };
}

function serviceSpec({ facts, gateway, place }: Rendering, name: HelmValue, probe: HelmMap): HelmMap {
  const type = gateway.serviceType;
  if (type !== undefined && type !== null && typeof type !== 'string') {
    place.fail(
      'gateway.serviceType',
      'Helm fails: "incompatible types for comparison", as the chart compares it with text',
    );
  }
  const opensNodePorts = type === 'NodePort' || type === 'LoadBalancer';
  const nodePort = (value: HelmValue | undefined, path: string) =>
    opensNodePorts && isTrue(value) ? { nodePort: place.raw(value, path) } : undefined;
  const optional = (field: string, value: HelmValue | undefined, path: string) =>
    isTrue(value) ? { [field]: place.raw(value, path) } : undefined;
  return {
    ports: [
      {
        name: 'mc-gateway',
        port: place.raw(gateway.port, 'gateway.port'),
        protocol: 'TCP',
        ...nodePort(gateway.nodePort, 'gateway.nodePort'),
      },
      {
        name: 'mc-probe',
        port: place.raw(probe.port, 'gateway.probe.port'),
        protocol: 'TCP',
        ...nodePort(probe.nodePort, 'gateway.probe.nodePort'),
      },
    ],
    selector: { app: name },
    type: place.raw(type, 'gateway.serviceType'),
    ...(facts.externalTrafficPolicy &&
      optional(
        'externalTrafficPolicy',
        gateway.serviceExternalTrafficPolicy,
        'gateway.serviceExternalTrafficPolicy',
      )),
    ...(facts.healthCheckNodePort &&
      opensNodePorts &&
      optional('healthCheckNodePort', gateway.healthCheckNodePort, 'gateway.healthCheckNodePort')),
    ...(facts.loadBalancerClass &&
      optional('loadBalancerClass', gateway.loadBalancerClass, 'gateway.loadBalancerClass')),
    ...optional('loadBalancerIP', gateway.loadBalancerIP, 'gateway.loadBalancerIP'),
    ...sourceRanges(gateway.loadBalancerSourceRanges, place),
  };
}

/** Source ranges as a field of the Service: a list, or the values of a table in the order of its keys. */
function sourceRanges(value: HelmValue | undefined, place: Rendering['place']): HelmMap | undefined {
  if (!isTrue(value)) return undefined;
  const ranges = isMap(value)
    ? Object.keys(value)
        .sort(byCodePoints)
        .map((key) => value[key])
    : value;
  if (ranges === undefined || !isList(ranges as HelmValue)) {
    place.fail('gateway.loadBalancerSourceRanges', 'Helm fails: "range can\'t iterate over" it');
    return undefined;
  }
  const items = ranges as readonly HelmValue[];
  return {
    loadBalancerSourceRanges: items.map((item, i) =>
      place.rawItem(item, `gateway.loadBalancerSourceRanges[${i}]`),
    ),
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
