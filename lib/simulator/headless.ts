import { createNamespaceIfMissing } from './create-mirror.js';
import { permanent, retryable, type Failure } from './failure.js';
import { createHostMirror } from './host-mirror.js';
import { createGatewayEndpoints, endpointsAnnotations, updateMirrorEndpoints } from './mirror-endpoints.js';
import { mirrorName, type MirrorContext } from './mirror-context.js';
import {
  assigned,
  isHeadless,
  type EndpointAddress,
  type Endpoints,
  type EndpointSubset,
  type Service,
} from './objects.js';
import { hostMirrors } from './remove-mirror.js';
import { mirrorSpec } from './service-ports.js';

function hasHostname(address: EndpointAddress): boolean {
  return (address.hostname ?? '') !== '';
}

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

function subset(addresses: readonly EndpointAddress[], like: EndpointSubset): readonly EndpointSubset[] {
  if (addresses.length === 0) return [];
  return [like.ports === undefined ? { addresses } : { addresses, ports: like.ports }];
}

/**
 * The headless mirror's Endpoints: per ready hostname a host mirror, whose cluster IP stands in.
 *
 * The address' hostname is the pod's **name** here, so one without `targetRef` crashes the process.
 */
function createHeadlessEndpoints(
  context: MirrorContext,
  service: Service,
  endpoints: Endpoints,
): Failure | undefined {
  const subsets: EndpointSubset[] = [];
  for (const from of endpoints.subsets) {
    const addresses: EndpointAddress[] = [];
    for (const address of from.addresses ?? []) {
      if (!hasHostname(address)) continue;
      const host = createHostMirror(context, address.hostname ?? '', endpoints.version, service);
      if ('message' in host) continue;
      if (address.targetRef === undefined) {
        context.crash();
        return undefined;
      }
      addresses.push({ hostname: address.targetRef.name ?? '', ip: host.ip });
    }
    subsets.push(...subset(addresses, from));
  }
  const { name, namespace } = service.metadata;
  const local = mirrorName(context, name);
  const written = context.source.createEndpoints({
    kind: 'Endpoints',
    metadata: {
      name: local,
      namespace,
      labels: context.copier.endpointsLabels(service),
      annotations: endpointsAnnotations(context, context.copier.remoteName(name, namespace)),
    },
    subsets,
    version: '',
  });
  if ('object' in written) return undefined;
  context.source.services.delete(namespace, local);
  return retryable([written.error.message]);
}

/** Follows the hosts of an existing headless mirror: new ones get a host mirror, others lose it. */
function updateHeadlessEndpoints(
  context: MirrorContext,
  service: Service,
  endpoints: Endpoints,
  mirror: Endpoints,
): Failure | undefined {
  const { namespace } = endpoints.metadata;
  const wanted = new Set<string>();
  const subsets: EndpointSubset[] = [];
  for (const from of endpoints.subsets) {
    const addresses: EndpointAddress[] = [];
    for (const { hostname = '' } of from.addresses ?? []) {
      if (hostname === '') continue;
      const local = mirrorName(context, hostname);
      const existing = context.source.services.cached(namespace, local);
      const host =
        existing === undefined
          ? createHostMirror(context, hostname, endpoints.version, service)
          : { ip: existing.spec.clusterIP ?? '' };
      if ('message' in host) return host;
      wanted.add(local);
      addresses.push({ hostname, ip: host.ip });
    }
    subsets.push(...subset(addresses, from));
  }
  for (const host of hostMirrors(context, namespace, mirrorName(context, service.metadata.name))) {
    if (!wanted.has(host.metadata.name)) context.source.services.delete(namespace, host.metadata.name);
  }
  const failure = updateMirrorEndpoints(context, { ...mirror, subsets });
  return failure && retryable([failure.message]);
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
