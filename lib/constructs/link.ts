import { Construct } from 'constructs';
import { linkManifest } from '../link/link-manifest.js';
import type { Manifest } from '../manifests/manifest.js';
import type { Release } from '../releases/release.js';
import type { Cluster, Link } from '../topology/fleet.js';
import { addObjects } from './plain-objects.js';

/** A Link of the fleet, from the source's point of view. */
export interface LinkerdLinkProps {
  readonly link: Link;
  /** The cluster that the Link names. */
  readonly target: Cluster;
  readonly release: Release;
  /** Namespace of the multicluster extension in the source. */
  readonly namespace: string;
}

/**
 * The Link resource of a source cluster.
 *
 * The same that `linkerd multicluster link-gen` writes, plus what it leaves open: probe limits, and Argo CD's
 * own metadata kept off mirror services.
 */
export class LinkerdLink extends Construct {
  constructor(scope: Construct, id: string, props: LinkerdLinkProps) {
    super(scope, id);
    addObjects(this, [fleetLinkManifest(props)]);
  }
}

/** The Link as plain data. */
export function fleetLinkManifest({ link, target, release, namespace }: LinkerdLinkProps): Manifest {
  const { facts } = release;
  const gateway = link.mode === 'gateway' ? target.gateway : undefined;
  const limits = facts.linkProbeLimits
    ? { timeout: link.probe.timeout, failureThreshold: link.probe.failureThreshold }
    : {};
  return linkManifest({
    release: facts,
    name: link.target,
    namespace,
    createdBy: `linkerd/cli ${release.name}`,
    target: {
      domain: target.clusterDomain,
      linkerdNamespace: target.linkerdNamespace,
      ...(gateway !== undefined && {
        gateway: {
          address: gateway.address,
          port: gateway.port,
          identity: gateway.identity,
          probe: { path: gateway.probePath, port: gateway.probePort, period: link.probe.period, ...limits },
        },
      }),
    },
    selectors: {
      ...(link.selector !== undefined && { gateway: link.selector }),
      ...(link.remoteDiscoverySelector !== undefined && { remoteDiscovery: link.remoteDiscoverySelector }),
      ...(link.federatedServiceSelector !== undefined && { federated: link.federatedServiceSelector }),
    },
    excludedLabels: link.excludedLabels,
    excludedAnnotations: link.excludedAnnotations,
  });
}
