import { affinity } from '../chart/affinity.js';
import type { ChartObject, Keys } from '../chart/chart-object.js';
import {
  containerSecurity,
  environment,
  nodeSelector,
  ONE_AT_A_TIME,
  POD_SECURITY,
  pullSecrets,
  resources,
  TOKEN_MOUNTS,
  TOKEN_VOLUMES,
  tolerations,
} from '../chart/pod-parts.js';
import { goText } from '../helm/go-text.js';
import { isTrue } from '../helm/truth.js';
import type { HelmMap, HelmValue } from '../helm/value.js';
import { clusterAccess, credentialsAccess } from './legacy-rbac.js';
import {
  CLUSTER_LABEL,
  clusterName,
  mirrorLabels,
  mirrorName,
  type LegacyRendering,
} from './legacy-rendering.js';
import type { LegacyLinkValues } from './legacy-values.js';

function args({ facts, values, place, namespace }: LegacyRendering): HelmValue[] {
  const arg = (flag: string, key: keyof LegacyLinkValues, value = values[key]): HelmValue =>
    place.item(`-${flag}=${goText(value)}`, key);
  const target = goText(values.targetClusterName);
  return [
    'service-mirror',
    arg('log-level', 'logLevel'),
    arg('log-format', 'logFormat'),
    arg('event-requeue-limit', 'serviceMirrorRetryLimit'),
    place.item(`-namespace=${namespace}`, 'namespace'),
    ...(isTrue(values.enableHeadlessServices) ? ['-enable-headless-services'] : []),
    ...(facts.namespaceCreation && isTrue(values.enableNamespaceCreation)
      ? ['-enable-namespace-creation']
      : []),
    arg('enable-pprof', 'enablePprof', isTrue(values.enablePprof) ? values.enablePprof : false),
    ...(facts.legacyMirrorProbeArgument
      ? [place.item(`-probe-service=probe-gateway-${target}`, 'targetClusterName')]
      : []),
    place.item(target, 'targetClusterName'),
  ];
}

function env({ facts, values, place }: LegacyRendering): HelmMap | undefined {
  const known = (
    key: 'serviceMirrorAdditionalEnv' | 'serviceMirrorExperimentalEnv',
  ): HelmValue | undefined => (facts.legacyMirrorEnvValues.includes(key) ? values[key] : undefined);
  return environment(known('serviceMirrorAdditionalEnv'), known('serviceMirrorExperimentalEnv'), place, [
    'serviceMirrorAdditionalEnv',
    'serviceMirrorExperimentalEnv',
  ]);
}

function container(r: LegacyRendering): Readonly<Record<string, unknown>> {
  const { facts, values, place } = r;
  const group = facts.runAsGroup ? place.raw(values.serviceMirrorGID, 'serviceMirrorGID') : undefined;
  return {
    args: args(r),
    ...env(r),
    image: place.word(
      `${goText(values.controllerImage)}:${goText(values.controllerImageVersion)}`,
      'controllerImage',
    ),
    name: 'service-mirror',
    ports: [{ containerPort: 9999, name: facts.adminPorts.serviceMirror }],
    securityContext: containerSecurity(place.raw(values.serviceMirrorUID, 'serviceMirrorUID'), group),
    ...(facts.projectedToken && { volumeMounts: TOKEN_MOUNTS }),
    ...resources(values.resources, place, 'resources'),
  };
}

/** Until edge-23.11.3 the chart forgot the key `affinity`, so its content stood in the pod spec itself. */
function podAffinity(r: LegacyRendering): HelmMap | undefined {
  const { facts, values, place } = r;
  if (!isTrue(values.enablePodAntiAffinity)) return undefined;
  const component = place.item(goText(values.targetClusterName), 'targetClusterName');
  const placed = affinity(
    {
      label: CLUSTER_LABEL,
      component,
      antiAffinity: true,
      nodeAffinity: facts.legacyMirrorAffinity ? values.nodeAffinity : undefined,
      nodeAffinityPath: 'nodeAffinity',
    },
    place,
  );
  return facts.legacyMirrorAffinity ? placed : (placed?.affinity as HelmMap | undefined);
}

function podSpec(r: LegacyRendering): Readonly<Record<string, unknown>> {
  const { facts, values, place } = r;
  return {
    ...podAffinity(r),
    ...(facts.projectedToken && { automountServiceAccountToken: false }),
    containers: [container(r)],
    securityContext: POD_SECURITY,
    serviceAccountName: mirrorName(r),
    ...(facts.projectedToken && { volumes: TOKEN_VOLUMES }),
    ...nodeSelector(values.nodeSelector, place, 'nodeSelector', !isTrue(values.tolerations)),
    ...tolerations(values.tolerations, place, 'tolerations'),
  };
}

function deployment(r: LegacyRendering): ChartObject {
  const { facts, values, place, namespace } = r;
  const own = { component: 'linkerd-service-mirror', [CLUSTER_LABEL]: clusterName(r) };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { labels: mirrorLabels(r), name: mirrorName(r), namespace },
    spec: {
      replicas: place.raw(values.replicas, 'replicas'),
      ...(facts.revisionHistoryLimit && {
        revisionHistoryLimit: place.raw(values.revisionHistoryLimit, 'revisionHistoryLimit'),
      }),
      selector: { matchLabels: own },
      ...(isTrue(values.enablePodAntiAffinity) && { strategy: ONE_AT_A_TIME }),
      template: {
        metadata: {
          annotations: { ...POD_ANNOTATIONS, ...place.keys(values.podAnnotations, 'podAnnotations') },
          labels: {
            'linkerd.io/extension': 'multicluster',
            ...own,
            ...place.keys(values.podLabels, 'podLabels'),
          },
        },
        spec: podSpec(r),
      },
    },
  };
}

const POD_ANNOTATIONS: Keys = Object.freeze({
  'linkerd.io/inject': 'enabled',
  'cluster-autoscaler.kubernetes.io/safe-to-evict': 'true',
  'config.alpha.linkerd.io/proxy-wait-before-exit-seconds': '0',
});

function disruptionBudget(r: LegacyRendering): ChartObject {
  const { namespace } = r;
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: {
      name: mirrorName(r),
      namespace,
      labels: { component: 'linkerd-service-mirror' },
      annotations: { 'linkerd.io/created-by': r.createdBy },
    },
    spec: {
      maxUnavailable: 1,
      selector: { matchLabels: { component: 'linkerd-service-mirror', [CLUSTER_LABEL]: clusterName(r) } },
    },
  };
}

/**
 * The controller of one Link, as `linkerd multicluster link` deployed it.
 *
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster-link/templates/service-mirror.yaml
 */
export function legacyMirror(r: LegacyRendering): ChartObject[] {
  const { values, place, namespace } = r;
  return [
    ...clusterAccess(r),
    ...credentialsAccess(r),
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: mirrorName(r), namespace, labels: mirrorLabels(r) },
      ...(r.facts.pullSecrets && pullSecrets(values.imagePullSecrets, place)),
    },
    deployment(r),
    ...(isTrue(values.enablePodAntiAffinity) ? [disruptionBudget(r)] : []),
  ];
}
