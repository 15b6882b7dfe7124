import type { Failure } from './failure.js';
import { endpointsPorts } from './gateway.js';
import { updateMirrorEndpoints } from './mirror-endpoints.js';
import { targetServiceName, type MirrorContext } from './mirror-context.js';
import { isEmptyEndpoints, isHeadless, type Service } from './objects.js';
import { ownMirrors } from './remove-mirror.js';
import { keys } from './well-known.js';

/** Skipped: headless mirrors, and whatever has a remote discovery label, copied ones included. */
function isRepaired(service: Service): boolean {
  return !isHeadless(service) && service.metadata.labels[keys.remoteDiscovery] === undefined;
}

/**
 * Writes the Endpoints of this Link's mirrors anew: gateway addresses with the mirror's
 * own ports, or nothing if the exported Service has no ready address. Missing ones are not made.
 *
 * `probe-L` lives in the extension's Namespace and is no mirror; the model leaves it out. `repairEndpoints` upstream.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/service-mirror/cluster_watcher.go
 */
export function repairEndpoints(context: MirrorContext): Failure | undefined {
  const resolved = context.gatewayAddresses();
  if ('failure' in resolved) return resolved.failure;
  for (const service of [...ownMirrors(context)]) {
    if (!isRepaired(service)) continue;
    const { namespace, name, labels } = service.metadata;
    const endpoints = context.source.endpoints.cached(namespace, name);
    if (endpoints === undefined) continue;
    const ports = endpointsPorts(context.link.gatewayPort ?? '', service);
    if ('message' in ports) continue;
    const isHost = labels[keys.headlessMirrorOf] !== undefined;
    const exported = targetServiceName(context, name);
    const isEmpty = !isHost && isEmptyEndpoints(context.target.endpoints.cached(namespace, exported));
    const { metadata } = endpoints;
    const identity = { [keys.gatewayIdentity]: context.link.gatewayIdentity ?? '' };
    updateMirrorEndpoints(context, {
      ...endpoints,
      metadata: { ...metadata, annotations: { ...metadata.annotations, ...identity } },
      subsets: isEmpty ? [] : [{ addresses: resolved.addresses, ports }],
    });
  }
  return undefined;
}
