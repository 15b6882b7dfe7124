import type { Construct } from 'constructs';
import { linkManifest } from '../link/link-manifest.js';
import type { Manifest } from '../manifests/manifest.js';
import { plainManifest } from '../manifests/plain-json.js';
import { RememberedParts } from '../manifests/remembered-parts.js';
import type { Release } from '../releases/release.js';
import type { Cluster, Link } from '../topology/fleet.js';
import { ObjectsConstruct } from './objects-construct.js';

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
export class LinkerdLink extends ObjectsConstruct {
  constructor(scope: Construct, id: string, props: LinkerdLinkProps) {
    super(scope, id, [fleetLinkManifest(props)]);
  }
}

/** The Link as plain data: one for all sources that mirror alike from one target. */
export function fleetLinkManifest(props: LinkerdLinkProps): Manifest {
  const make = (): MadeLink => {
    const manifest = manifestOf(props);
    const plain = plainManifest(manifest);
    return { manifest: plain ?? manifest, isFor: (others) => plain !== undefined && isAlike(props, others) };
  };
  return links.of(props.link.target, make, (made) => made.isFor(props)).manifest;
}

interface MadeLink {
  readonly manifest: Manifest;
  readonly isFor: (others: LinkerdLinkProps) => boolean;
}

const links = new RememberedParts<MadeLink>();

/** Whether two Links read the same in their sources: all that `manifestOf` looks at is the same. */
function isAlike(a: LinkerdLinkProps, b: LinkerdLinkProps): boolean {
  return (
    a.target === b.target &&
    a.release === b.release &&
    a.namespace === b.namespace &&
    a.link.target === b.link.target &&
    a.link.mode === b.link.mode &&
    a.link.probe === b.link.probe &&
    a.link.selector === b.link.selector &&
    a.link.remoteDiscoverySelector === b.link.remoteDiscoverySelector &&
    a.link.federatedServiceSelector === b.link.federatedServiceSelector &&
    a.link.excludedLabels === b.link.excludedLabels &&
    a.link.excludedAnnotations === b.link.excludedAnnotations
  );
}

function manifestOf({ link, target, release, namespace }: LinkerdLinkProps): Manifest {
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
