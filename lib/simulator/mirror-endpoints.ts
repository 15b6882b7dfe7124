import type { ApiError, Failure } from './failure.js';
import { permanent, retryable } from './failure.js';
import { endpointsPorts } from './gateway.js';
import { mirrorName, type MirrorContext } from './mirror-context.js';
import { isEmptyEndpoints, type Endpoints, type EndpointSubset, type Service } from './objects.js';
import { keys } from './well-known.js';

/** Annotations of mirror Endpoints: the identity only when the Link has one. */
export function endpointsAnnotations(context: MirrorContext, remoteName: string): Record<string, string> {
  const annotations: Record<string, string> = { [keys.remoteServiceName]: remoteName };
  const identity = context.link.gatewayIdentity ?? '';
  if (identity !== '') annotations[keys.gatewayIdentity] = identity;
  return annotations;
}

/** Moves all addresses to `notReadyAddresses` while the gateway is dead. */
function withReadiness(context: MirrorContext, endpoints: Endpoints): Endpoints {
  if (context.isGatewayAlive()) return endpoints;
  const subsets = endpoints.subsets.map(
    ({ addresses = [], notReadyAddresses = [], ports }): EndpointSubset => {
      const moved = { notReadyAddresses: [...notReadyAddresses, ...addresses] };
      return ports === undefined ? moved : { ...moved, ports };
    },
  );
  return { ...endpoints, subsets };
}

/** Creates Endpoints, not ready while the gateway is dead. */
export function createMirrorEndpoints(context: MirrorContext, endpoints: Endpoints): ApiError | undefined {
  const written = context.source.createEndpoints(withReadiness(context, endpoints));
  if (!('error' in written)) return undefined;
  const { namespace, name } = endpoints.metadata;
  const message = `failed to create mirror endpoints for ${namespace}/${name}: ${written.error.message}`;
  return { reason: written.error.reason, message };
}

/** Replaces Endpoints, not ready while the gateway is dead; a refusal is not retried. */
export function updateMirrorEndpoints(context: MirrorContext, endpoints: Endpoints): Failure | undefined {
  const written = context.source.endpoints.update(withReadiness(context, endpoints));
  if (!('error' in written)) return undefined;
  const { namespace, name } = endpoints.metadata;
  return permanent(`failed to update mirror endpoints for ${namespace}/${name}: ${written.error.message}`);
}

/** One subset: all gateway addresses, the Service's ports. Fails on names and on the gateway port. */
export function gatewaySubsets(
  context: MirrorContext,
  service: Service,
): readonly EndpointSubset[] | Failure {
  const resolved = context.gatewayAddresses();
  if ('failure' in resolved) return resolved.failure;
  const ports = endpointsPorts(context.link.gatewayPort ?? '', service);
  return 'message' in ports ? ports : [{ addresses: resolved.addresses, ports }];
}

/**
 * Creates the Endpoints of a mirror in gateway mode; empty if the exported Service has no ready address.
 *
 * If the API server refuses them the mirror Service is deleted again. `createGatewayEndpoints` upstream.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/service-mirror/cluster_watcher.go
 */
export function createGatewayEndpoints(context: MirrorContext, service: Service): Failure | undefined {
  const { name, namespace } = service.metadata;
  const isEmpty = isEmptyEndpoints(context.target.endpoints.cached(namespace, name));
  const subsets = gatewaySubsets(context, service);
  if ('message' in subsets) return subsets;
  const local = mirrorName(context, name);
  const error = createMirrorEndpoints(context, {
    kind: 'Endpoints',
    metadata: {
      name: local,
      namespace,
      labels: context.copier.endpointsLabels(service),
      annotations: endpointsAnnotations(context, context.copier.remoteName(name, namespace)),
    },
    subsets: isEmpty ? [] : subsets,
    version: '',
  });
  if (error === undefined) return undefined;
  context.source.services.delete(namespace, local);
  return retryable([error.message]);
}
