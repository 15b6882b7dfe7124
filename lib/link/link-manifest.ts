import type { Manifest } from '../manifests/manifest.js';
import type { ReleaseFacts } from '../releases/facts.js';
import { parseGoDuration } from '../helm/go-duration.js';
import { credentialsName } from './credentials-name.js';
import { defaultSelectors } from './export-labels.js';
import type { LabelSelector } from './label-query.js';

/** How the service mirror asks the target gateway for its health. */
export interface LinkProbe {
  /** With its leading slash; `/ready` and `/live` are the ones a gateway serves. */
  readonly path: string;
  /** What the target exposes: the node port of a NodePort gateway, else the port. */
  readonly port: number;
  /** Go duration, `3s`; the manifest has bare seconds where the release wants them. */
  readonly period: string;
  /** Go duration; 30s where absent. Since 2.17. */
  readonly timeout?: string;
  /** Failures in a row that mark the gateway dead; 3 where absent. Since 2.17. */
  readonly failureThreshold?: number;
}

/** How a source cluster reaches the gateway of the target cluster. */
export interface LinkGateway {
  /** Hosts or IP addresses separated by commas, without port. */
  readonly address: string;
  /** Node port of a NodePort gateway, else the port. */
  readonly port: number;
  /** `<account>.<namespace>.serviceaccount.identity.<control plane namespace>.<trust domain>` of the target. */
  readonly identity: string;
  readonly probe: LinkProbe;
}

/** The Services that a Link mirrors, by mode; a selector that is absent or empty matches none. */
export interface LinkSelectors {
  /** Gateway mode. */
  readonly gateway?: LabelSelector;
  /** Flat mode. */
  readonly remoteDiscovery?: LabelSelector;
  /** Federated mode; since 2.17. */
  readonly federated?: LabelSelector;
}

/** Facts of a release that shape its Links. */
export type LinkFacts = Pick<
  ReleaseFacts,
  'linkVersions' | 'linkFieldsMayBeAbsent' | 'linkProbeLimits' | 'linkProbePeriodIsBareNumber'
>;

/** What a Link says. */
export interface LinkProps {
  readonly release: LinkFacts;
  /** Name of the target cluster, which the Link, its controller and its Secrets share. */
  readonly name: string;
  /** Namespace of the Link and of its credentials in the source cluster. */
  readonly namespace: string;
  /** Value of the annotation `linkerd.io/created-by`; none where absent. */
  readonly createdBy?: string;
  /** Facts of the target cluster; without a gateway, only flat and federated mode work. */
  readonly target: {
    readonly domain: string;
    readonly linkerdNamespace: string;
    readonly gateway?: LinkGateway;
  };
  /** @default defaultSelectors */
  readonly selectors?: LinkSelectors;
  /** Keys or prefixes with `/*` that mirrors do not take over; since 2.18. */
  readonly excludedLabels?: readonly string[];
  /** As `excludedLabels`. */
  readonly excludedAnnotations?: readonly string[];
}

/** A duration as the one release writes it that reads seconds alone; less than a second counts as one. */
function bareSeconds(period: string): string {
  const nanoseconds = parseGoDuration(period);
  return nanoseconds === undefined ? period : String(Math.max(1, Math.round(nanoseconds / 1e9)));
}

function isFilled(list: readonly string[] | undefined): list is readonly string[] {
  return list !== undefined && list.length > 0;
}

function probeSpec(probe: LinkProbe, release: LinkFacts): Record<string, string> {
  const { path, port, period, timeout, failureThreshold } = probe;
  const written = release.linkProbePeriodIsBareNumber ? bareSeconds(period) : period;
  const limits = release.linkProbeLimits;
  return {
    ...(limits && failureThreshold !== undefined && { failureThreshold: String(failureThreshold) }),
    path,
    period: written,
    port: String(port),
    ...(limits && timeout !== undefined && { timeout }),
  };
}

function gatewayFields(gateway: LinkGateway | undefined, release: LinkFacts): Record<string, unknown> {
  if (gateway === undefined) {
    if (release.linkFieldsMayBeAbsent) return { probeSpec: {} };
    const probe = { path: '', period: '0s', port: '0' };
    return { gatewayAddress: '', gatewayIdentity: '', gatewayPort: '0', probeSpec: probe };
  }
  return {
    gatewayAddress: gateway.address,
    gatewayIdentity: gateway.identity,
    gatewayPort: String(gateway.port),
    probeSpec: probeSpec(gateway.probe, release),
  };
}

/**
 * The Link of one source cluster to one target cluster.
 *
 * Writes what it is given: form and reach of names, addresses and ports are checked before. A field that
 * the release lacks is left out. Without a gateway there is no `selector`, as nothing could carry its mirrors.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/cmd/link-gen.go
 */
export function linkManifest(props: LinkProps): Manifest {
  const { release, name, namespace, createdBy, target, excludedLabels, excludedAnnotations } = props;
  const selectors: LinkSelectors = props.selectors ?? defaultSelectors;
  const version = release.linkVersions.at(-1) ?? 'v1alpha1';
  const { remoteDiscovery } = selectors;
  const federated = version === 'v1alpha1' ? undefined : selectors.federated;
  const excludes = version === 'v1alpha3';
  const gateway = target.gateway === undefined ? undefined : selectors.gateway;
  // keys in their sorted order, so that nothing has to sort them
  const spec: Record<string, unknown> = { clusterCredentialsSecret: credentialsName(name) };
  if (excludes && isFilled(excludedAnnotations)) spec.excludedAnnotations = excludedAnnotations;
  if (excludes && isFilled(excludedLabels)) spec.excludedLabels = excludedLabels;
  if (federated !== undefined) spec.federatedServiceSelector = federated;
  Object.assign(spec, gatewayFields(target.gateway, release));
  if (remoteDiscovery !== undefined) spec.remoteDiscoverySelector = remoteDiscovery;
  if (gateway !== undefined) spec.selector = gateway;
  spec.targetClusterDomain = target.domain;
  spec.targetClusterLinkerdNamespace = target.linkerdNamespace;
  spec.targetClusterName = name;
  return {
    apiVersion: `multicluster.linkerd.io/${version}`,
    kind: 'Link',
    metadata: {
      ...(createdBy !== undefined && { annotations: { 'linkerd.io/created-by': createdBy } }),
      name,
      namespace,
    },
    spec,
  };
}
