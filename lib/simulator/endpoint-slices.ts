import { isIP } from 'node:net';
import type { Cluster } from './cluster.js';
import { isHeadless, type Endpoints, type EndpointPort, type ObjectMeta, type Service } from './objects.js';
import { keys } from './well-known.js';

/** One endpoint of a slice. */
interface SliceEndpoint {
  readonly addresses: readonly string[];
  readonly conditions: { readonly ready: boolean };
  readonly hostname?: string;
}

/** An EndpointSlice as Kubernetes makes it; the random end of its name is `*`. */
export interface EndpointSlice {
  readonly kind: 'EndpointSlice';
  readonly addressType: 'IPv4' | 'IPv6';
  readonly metadata: ObjectMeta;
  readonly endpoints: readonly SliceEndpoint[];
  readonly ports: readonly EndpointPort[];
}

function sliceMeta(from: ObjectMeta, manager: string, annotations: ObjectMeta['annotations']): ObjectMeta {
  const labels = {
    ...from.labels,
    'kubernetes.io/service-name': from.name,
    'endpointslice.kubernetes.io/managed-by': manager,
  };
  return { name: `${from.name}-*`, namespace: from.namespace, labels, annotations };
}

/** The one slice of a Service with a selector, where no pods run. */
function placeholderSlice(service: Service): EndpointSlice {
  const labels = {
    ...service.metadata.labels,
    ...(isHeadless(service) ? { [keys.headlessService]: '' } : {}),
  };
  const metadata = sliceMeta({ ...service.metadata, labels }, 'endpointslice-controller.k8s.io', {});
  return { kind: 'EndpointSlice', addressType: 'IPv4', metadata, endpoints: [], ports: [] };
}

const hiddenAnnotations = new Set([
  'endpoints.kubernetes.io/last-change-trigger-time',
  'kubectl.kubernetes.io/last-applied-configuration',
]);

/** Slices of Endpoints: one for each address family and set of ports, each address once. */
function mirroredSlices(endpoints: Endpoints): readonly EndpointSlice[] {
  const groups = new Map<
    string,
    { readonly slice: EndpointSlice; readonly endpoints: Map<string, SliceEndpoint> }
  >();
  const { metadata } = endpoints;
  const kept = Object.entries(metadata.annotations).filter(([key]) => !hiddenAnnotations.has(key));
  const meta = sliceMeta(metadata, 'endpointslicemirroring-controller.k8s.io', Object.fromEntries(kept));
  for (const { addresses = [], notReadyAddresses = [], ports = [] } of endpoints.subsets) {
    const slicePorts = ports.map(({ name = '', port, protocol }) => ({ name, port, protocol }));
    for (const [list, ready] of [
      [addresses, true],
      [notReadyAddresses, false],
    ] as const) {
      for (const { ip, hostname } of list) {
        const addressType = isIP(ip) === 6 ? 'IPv6' : 'IPv4';
        const key = JSON.stringify([addressType, slicePorts]);
        let group = groups.get(key);
        if (group === undefined) {
          const slice = {
            kind: 'EndpointSlice',
            addressType,
            metadata: meta,
            endpoints: [],
            ports: slicePorts,
          } as const;
          groups.set(key, (group = { slice, endpoints: new Map() }));
        }
        const endpoint = {
          addresses: [ip],
          conditions: { ready },
          ...(hostname === undefined ? {} : { hostname }),
        };
        group.endpoints.set(JSON.stringify(endpoint), endpoint);
      }
    }
  }
  return [...groups.values()].map((group) => ({ ...group.slice, endpoints: [...group.endpoints.values()] }));
}

/**
 * The EndpointSlices that Kubernetes' controllers make of a cluster's Services and Endpoints.
 *
 * Endpoints without a Service, or with label `skip-mirror: "true"`, have none.
 */
export function endpointSlices(cluster: Cluster): readonly EndpointSlice[] {
  const slices: EndpointSlice[] = [];
  for (const service of cluster.services.list()) {
    if (service.spec.type === 'ExternalName') continue;
    if (service.spec.selector !== undefined) slices.push(placeholderSlice(service));
  }
  for (const endpoints of cluster.endpoints.list()) {
    const { namespace, name, labels, annotations } = endpoints.metadata;
    const service = cluster.services.get(namespace, name);
    if (service === undefined || service.spec.selector !== undefined) continue;
    if (labels[keys.skipMirror] === 'true') continue;
    if (annotations['control-plane.alpha.kubernetes.io/leader'] !== undefined) continue;
    slices.push(...mirroredSlices(endpoints));
  }
  return slices;
}
