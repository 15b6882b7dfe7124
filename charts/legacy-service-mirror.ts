import type { LegacyServiceMirrorProps } from '../lib/constructs/legacy-service-mirror.js';
import { controllerOf } from '../lib/topology/controllers.js';
import type { ClusterInput, OutgoingLink } from './cluster-input.js';

/** What the service mirror of one Link is made from, in releases whose chart knows no controllers. */
export function legacyServiceMirror(
  { cluster, release }: ClusterInput,
  { link, target }: OutgoingLink,
): LegacyServiceMirrorProps {
  const probePort = link.mode === 'gateway' ? target.gateway?.probePort : undefined;
  return {
    link,
    release,
    namespace: cluster.namespace,
    controller: controllerOf(cluster, link.target),
    ...(probePort !== undefined && { probePort }),
  };
}
