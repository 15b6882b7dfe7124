import { goText } from '../helm/go-text.js';
import { isTrue } from '../helm/truth.js';
import type { HelmValue } from '../helm/value.js';
import { affinity } from './affinity.js';
import type { ChartObject, Keys } from './chart-object.js';
import { LatestArgs } from './latest-args.js';
import { HOLD_LEASES, READ_LINKS, READ_NAMESPACES, WRITE_MIRRORS, writeLinkStatus } from './mirror-rules.js';
import {
  adminPort,
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
} from './pod-parts.js';
import { roleRef, subjectsIn } from './rbac-parts.js';
import { fields, labels, type Rendering } from './rendering.js';
import type { LocalServiceMirrorValues, MirrorImageValues } from './mirror-values.js';
import type { Raw } from './values.js';
import { sharedPart } from '../manifests/shared-part.js';

const NAME = 'linkerd-local-service-mirror';
const ACCESS = 'linkerd-local-service-mirror-access-local-resources';
const ROLE_REF = roleRef('ClusterRole', ACCESS);
const subjects = subjectsIn(NAME);
const OWN: Keys = sharedPart({
  component: 'local-service-mirror',
  'linkerd.io/extension': 'multicluster',
});
const SELECTOR = sharedPart({ matchLabels: sharedPart({ component: 'local-service-mirror' }) });
const RULES = sharedPart([
  WRITE_MIRRORS,
  READ_NAMESPACES,
  HOLD_LEASES,
  READ_LINKS,
  writeLinkStatus('update'),
]);

/**
 * The local service mirror, which makes this cluster's Services members of federated Services.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/local-service-mirror.yaml
 */
export function localServiceMirror(r: Rendering): ChartObject[] {
  const { namespace } = r;
  const own = labels(OWN, r.commonLabels);
  return [
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { labels: own, name: ACCESS },
      rules: RULES,
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { labels: own, name: ACCESS },
      roleRef: ROLE_REF,
      subjects: subjects(namespace),
    },
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { labels: own, name: NAME, namespace },
      ...pullSecrets(r.values.imagePullSecrets, r.place),
    },
    deployment(r, own),
    ...(isTrue(r.values.enablePodAntiAffinity) ? [disruptionBudget(r)] : []),
  ];
}

function deployment(r: Rendering, own: Keys): ChartObject {
  const { place, values } = r;
  const mirror = fields<LocalServiceMirrorValues>(r, values.localServiceMirror, 'localServiceMirror');
  const apart = isTrue(values.enablePodAntiAffinity);
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { labels: own, name: NAME, namespace: r.namespace },
    spec: {
      replicas: place.raw(mirror.replicas, 'localServiceMirror.replicas'),
      revisionHistoryLimit: place.raw(values.revisionHistoryLimit, 'revisionHistoryLimit'),
      selector: SELECTOR,
      ...(apart && { strategy: ONE_AT_A_TIME }),
      template: {
        metadata: { annotations: mirrorPodAnnotations(r), labels: labels(OWN, r.podLabels) },
        spec: {
          ...(apart &&
            affinity(
              {
                label: 'component',
                component: 'local-service-mirror',
                antiAffinity: values.enablePodAntiAffinity,
                nodeAffinity: values.nodeAffinity,
                nodeAffinityPath: 'nodeAffinity',
              },
              place,
            )),
          automountServiceAccountToken: false,
          containers: [container(r, mirror)],
          securityContext: POD_SECURITY,
          serviceAccountName: NAME,
          volumes: TOKEN_VOLUMES,
          ...nodeSelector(values.nodeSelector, place, 'nodeSelector', !isTrue(values.tolerations)),
          ...tolerations(values.tolerations, place, 'tolerations'),
        },
      },
    },
  };
}

/** Annotations of the pods of service mirrors, local or not. */
export function mirrorPodAnnotations(r: Rendering): Keys {
  return labels(POD_ANNOTATIONS, r.place.keys(r.values.podAnnotations, 'podAnnotations'));
}

const POD_ANNOTATIONS: Keys = sharedPart({
  'cluster-autoscaler.kubernetes.io/safe-to-evict': 'true',
  'config.alpha.linkerd.io/proxy-wait-before-exit-seconds': '0',
  'linkerd.io/inject': 'enabled',
});

function container(r: Rendering, mirror: Raw<LocalServiceMirrorValues>): Readonly<Record<string, unknown>> {
  const { facts, place } = r;
  const image = fields<MirrorImageValues>(r, mirror.image, 'localServiceMirror.image');
  return {
    args: args(r, mirror),
    ...environment(mirror.additionalEnv, mirror.experimentalEnv, place, [
      'localServiceMirror.additionalEnv',
      'localServiceMirror.experimentalEnv',
    ]),
    image: place.word(`${goText(image.name)}:${goText(image.version)}`, 'localServiceMirror.image'),
    name: 'service-mirror',
    ports: adminPort(facts.adminPorts.localServiceMirror),
    ...resources(mirror.resources, place, 'localServiceMirror.resources'),
    securityContext: containerSecurity(
      place.raw(mirror.UID, 'localServiceMirror.UID'),
      place.raw(mirror.GID, 'localServiceMirror.GID'),
    ),
    volumeMounts: TOKEN_MOUNTS,
  };
}

const latest = new LatestArgs();

function args(
  { facts, place, namespaceText }: Rendering,
  mirror: Raw<LocalServiceMirrorValues>,
): readonly HelmValue[] {
  const { logLevel, logFormat, serviceMirrorRetryLimit, enablePprof } = mirror;
  const { federatedServiceSelector, excludedLabels, excludedAnnotations } = mirror;
  const arg = (flag: string, key: keyof LocalServiceMirrorValues, value = mirror[key]) =>
    place.item(`-${flag}=${goText(value)}`, `localServiceMirror.${key}`);
  const make = () => [
    'service-mirror',
    arg('log-level', 'logLevel'),
    arg('log-format', 'logFormat'),
    arg('event-requeue-limit', 'serviceMirrorRetryLimit'),
    place.item(`-namespace=${namespaceText}`, 'namespace'),
    arg('enable-pprof', 'enablePprof', isTrue(enablePprof) ? enablePprof : false),
    '-local-mirror',
    arg('federated-service-selector', 'federatedServiceSelector'),
    ...(facts.localMirrorExclusions
      ? [arg('excluded-labels', 'excludedLabels'), arg('excluded-annotations', 'excludedAnnotations')]
      : []),
  ];
  return latest.of(
    [
      facts,
      namespaceText,
      logLevel,
      logFormat,
      serviceMirrorRetryLimit,
      enablePprof,
      federatedServiceSelector,
      excludedLabels,
      excludedAnnotations,
    ],
    make,
  );
}

function disruptionBudget(r: Rendering): ChartObject {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: {
      annotations: r.createdByAlone,
      labels: SELECTOR.matchLabels,
      name: NAME,
      namespace: r.namespace,
    },
    spec: { maxUnavailable: 1, selector: SELECTOR },
  };
}
