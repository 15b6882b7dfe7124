import { merge } from '../helm/merge.js';
import type { HelmMap } from '../helm/value.js';
import type { Release } from '../releases/release.js';

/**
 * The chart's own `gateway` values but the image; releases differ only in which of them they know.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/values.yaml
 */
export const gatewayDefaults = {
  enabled: true,
  replicas: 1,
  name: 'linkerd-gateway',
  port: 4143,
  serviceType: 'LoadBalancer',
  probe: { path: '/ready', port: 4191, seconds: 3 },
  serviceAnnotations: {},
  serviceExternalTrafficPolicy: '',
  deploymentAnnotations: {},
  loadBalancerClass: '',
  loadBalancerIP: '',
  loadBalancerSourceRanges: [],
  terminationGracePeriodSeconds: '',
  nodeSelector: {},
  tolerations: [],
  UID: 2103,
  GID: 2103,
} as const satisfies HelmMap;

/** The ServiceAccount for source clusters that the chart makes, and whose token `link-gen` takes, unless told otherwise. */
export const defaultAccount = 'linkerd-service-mirror-remote-access-default';

/** Defaults that no release differs in. */
const SHARED = {
  gateway: gatewayDefaults,
  podAnnotations: {},
  podLabels: {},
  commonLabels: {},
  imagePullPolicy: 'IfNotPresent',
  imagePullSecrets: [],
  proxyOutboundPort: 4140,
  remoteMirrorServiceAccount: true,
  remoteMirrorServiceAccountName: defaultAccount,
  linkerdNamespace: 'linkerd',
  identityTrustDomain: 'cluster.local',
  namespaceMetadata: {
    image: { registry: 'cr.l5d.io/linkerd', name: 'extension-init', pullPolicy: '' },
    nodeSelector: {},
    tolerations: [],
  },
  enablePSP: false,
  enableNamespaceCreation: false,
  enablePodAntiAffinity: false,
  createNamespaceMetadataJob: true,
  revisionHistoryLimit: 10,
  localServiceMirror: {
    serviceMirrorRetryLimit: 3,
    federatedServiceSelector: 'mirror.linkerd.io/federated=member',
    excludedLabels: '',
    excludedAnnotations: '',
    replicas: 1,
    image: { name: 'cr.l5d.io/linkerd/controller', pullPolicy: '' },
    logLevel: 'info',
    logFormat: 'plain',
    enablePprof: false,
    UID: 2103,
    GID: 2103,
    resources: {},
  },
  controllers: [],
  controllerDefaults: {
    replicas: 1,
    image: { name: 'cr.l5d.io/linkerd/controller', pullPolicy: '' },
    gateway: { enabled: true, probe: { port: 4191 } },
    logLevel: 'info',
    logFormat: 'plain',
    enableHeadlessServices: false,
    enablePprof: false,
    UID: 2103,
    GID: 2103,
    retryLimit: 3,
    resources: {},
    nodeSelector: {},
    tolerations: {},
    enablePodAntiAffinity: false,
    nodeAffinity: {},
  },
} as const satisfies HelmMap;

const remembered = new WeakMap<Release, Map<string, HelmMap>>();

/**
 * The chart's own values at a release, packaged with a version: what a values file is laid over.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/values.yaml
 */
export function chartDefaults(release: Release, linkerdVersion: string): HelmMap {
  let versions = remembered.get(release);
  if (versions === undefined) remembered.set(release, (versions = new Map<string, HelmMap>()));
  let defaults = versions.get(linkerdVersion);
  if (defaults === undefined) {
    // what was put together key by key is a dictionary to V8, which takes long to copy
    defaults = Object.fromEntries(Object.entries(defaultsOf(release, linkerdVersion)));
    versions.set(linkerdVersion, defaults);
  }
  return defaults;
}

function defaultsOf({ facts, laterValues }: Release, linkerdVersion: string): HelmMap {
  const own: HelmMap = {
    linkerdVersion,
    gateway: { pauseImage: facts.pauseImage },
    namespaceMetadata: { image: { tag: facts.extensionInitTag } },
    localServiceMirror: { image: { version: linkerdVersion } },
    controllerDefaults: { image: { version: linkerdVersion } },
  };
  return laterValues
    .filter(({ isHeld }) => !isHeld)
    .reduce((values, { value }) => without(values, value.split('.')), merge(own, SHARED));
}

/** The values without those that the release does not know yet. */
function without(values: HelmMap, [key = '', ...rest]: readonly string[]): HelmMap {
  const { [key]: inner, ...others } = values;
  if (rest.length === 0 || inner === undefined) return others;
  return { ...others, [key]: without(inner as HelmMap, rest) };
}
