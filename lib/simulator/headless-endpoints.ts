import { retryable, type Failure } from './failure.js';
import { createHostMirror } from './host-mirror.js';
import { endpointsAnnotations, updateMirrorEndpoints } from './mirror-endpoints.js';
import { mirrorName, type MirrorContext } from './mirror-context.js';
import type { EndpointAddress, Endpoints, EndpointSubset, Service } from './objects.js';
import { hostMirrors } from './remove-mirror.js';

/** True for an address that a host mirror may stand for. */
export function hasHostname(address: EndpointAddress): boolean {
  return (address.hostname ?? '') !== '';
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
export function createHeadlessEndpoints(
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
export function updateHeadlessEndpoints(
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
