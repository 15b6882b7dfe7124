import { retryable, type Failure } from './failure.js';
import { mirrored, notMirrored } from './link-status.js';
import { createGatewayEndpoints, updateMirrorEndpoints } from './mirror-endpoints.js';
import { endpointsPorts } from './gateway.js';
import { mirrorName, type MirrorContext } from './mirror-context.js';
import type { Endpoints, Service } from './objects.js';
import { withCopiedPorts } from './service-ports.js';
import { keys } from './well-known.js';

function fail(context: MirrorContext, service: Service, what: string, failure: Failure): Failure {
  context.setStatus('mirrorServices', service, notMirrored('Error', `Failed to ${what}: ${failure.message}`));
  return failure;
}

/** Fills existing Endpoints with the gateway, ready endpoints in the target or not; the next repair empties them. */
function refill(context: MirrorContext, service: Service, endpoints: Endpoints): Failure | undefined {
  const resolved = context.gatewayAddresses();
  if ('failure' in resolved) return fail(context, service, 'get gateway address', resolved.failure);
  const ports = endpointsPorts(context.link.gatewayPort ?? '', service);
  if ('message' in ports) return ports;
  const identity = { [keys.gatewayIdentity]: context.link.gatewayIdentity ?? '' };
  const { metadata } = endpoints;
  const failure = updateMirrorEndpoints(context, {
    ...endpoints,
    metadata: { ...metadata, annotations: { ...metadata.annotations, ...identity } },
    subsets: [{ addresses: resolved.addresses, ports }],
  });
  if (failure === undefined) return undefined;
  fail(context, service, 'update mirror endpoints', failure);
  return retryable([failure.message]);
}

/** The Endpoints' part of an update: none when flat, made when missing, else filled. */
function updateEndpoints(context: MirrorContext, service: Service): Failure | undefined {
  const { namespace, name, labels } = service.metadata;
  const local = mirrorName(context, name);
  const endpoints = context.source.endpoints.cached(namespace, local);
  if (context.isFlat(labels)) {
    if (endpoints !== undefined) context.source.endpoints.delete(namespace, local);
    return undefined;
  }
  if (endpoints !== undefined) return refill(context, service, endpoints);
  const failure = createGatewayEndpoints(context, service);
  return failure && fail(context, service, 'create mirror endpoints', failure);
}

/**
 * Writes an existing mirror anew after its exported Service changed; labels of its Endpoints stay as they were made.
 *
 * `handleRemoteExportedServiceUpdated` upstream.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/service-mirror/cluster_watcher.go
 */
export function updateMirror(context: MirrorContext, service: Service): Failure | undefined {
  const { namespace, name, labels } = service.metadata;
  const existing = context.source.services.cached(namespace, mirrorName(context, name));
  if (existing === undefined) {
    context.push({ kind: 'exported', service });
    return undefined;
  }
  const failure = updateEndpoints(context, service);
  if (failure !== undefined) return failure;
  const local: Service = {
    ...existing,
    metadata: {
      ...existing.metadata,
      labels: context.copier.mirrorLabels(service, context.isFlat(labels)),
      annotations: context.copier.mirrorAnnotations(service),
    },
    spec: withCopiedPorts(existing.spec, service),
  };
  const written = context.source.services.update(local);
  if ('error' in written) {
    context.source.services.spoil(local);
    fail(context, service, 'update mirror service', { message: written.error.message, retry: true });
    return retryable([written.error.message]);
  }
  context.setStatus('mirrorServices', service, mirrored(local));
  return undefined;
}
