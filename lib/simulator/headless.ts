import { createNamespaceIfMissing } from './create-mirror.js';
import { permanent, retryable, type Failure } from './failure.js';
import { createHeadlessEndpoints, hasHostname, updateHeadlessEndpoints } from './headless-endpoints.js';
import { createGatewayEndpoints } from './mirror-endpoints.js';
import { mirrorName, type MirrorContext } from './mirror-context.js';
import { assigned, isHeadless, type Endpoints, type Service } from './objects.js';
import { mirrorSpec } from './service-ports.js';

/** Headless with any hostname, ready or not; with none the mirror has a cluster IP. */
function mirrorsAsHeadless({ subsets }: Endpoints): boolean {
  return subsets.some((s) => [...(s.addresses ?? []), ...(s.notReadyAddresses ?? [])].some(hasHostname));
}

/** The mirror Service of a headless Service: made once there are subsets, if its Namespace exists. */
function createHeadlessMirror(
  context: MirrorContext,
  service: Service,
  endpoints: Endpoints,
): Service | Failure | undefined {
  if (endpoints.subsets.length === 0) return undefined;
  const { name, namespace, labels } = service.metadata;
  if (context.namespaceCreation) createNamespaceIfMissing(context, namespace);
  if (!context.source.hasNamespace(namespace)) return undefined;
  const written = context.source.createService({
    kind: 'Service',
    metadata: {
      name: mirrorName(context, name),
      namespace,
      labels: context.copier.mirrorLabels(service, context.isFlat(labels)),
      annotations: context.copier.mirrorAnnotations(service),
    },
    spec: mirrorSpec(service, mirrorsAsHeadless(endpoints) ? 'None' : assigned),
    version: '',
  });
  if ('object' in written) return written.object;
  const { reason, message } = written.error;
  return reason === 'AlreadyExists' ? permanent(message) : retryable([message]);
}

/**
 * Handles Endpoints with the headless label while headless Services are enabled.
 *
 * `createOrUpdateHeadlessEndpoints` upstream.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/service-mirror/cluster_watcher_headless.go
 */
export function headlessEndpointsSeen(context: MirrorContext, endpoints: Endpoints): Failure | undefined {
  const { namespace, name } = endpoints.metadata;
  const service = context.target.services.cached(namespace, name);
  if (service === undefined) {
    return permanent(`error retrieving exported service ${namespace}/${name}: service "${name}" not found`);
  }
  if ((service.spec.ports ?? []).length === 0) {
    context.record(service, 'Skipped mirroring service: object spec has no exposed ports');
    return undefined;
  }
  const local = mirrorName(context, name);
  const mirror =
    context.source.services.cached(namespace, local) ?? createHeadlessMirror(context, service, endpoints);
  if (mirror !== undefined && 'message' in mirror) return mirror;
  const headless = mirror !== undefined && isHeadless(mirror);
  const existing = context.source.endpoints.cached(namespace, local);
  if (existing === undefined) {
    return headless
      ? createHeadlessEndpoints(context, service, endpoints)
      : createGatewayEndpoints(context, service);
  }
  return headless ? updateHeadlessEndpoints(context, service, endpoints, existing) : undefined;
}
