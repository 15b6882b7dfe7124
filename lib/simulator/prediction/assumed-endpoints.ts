import {
  isHeadless,
  type EndpointAddress,
  type Endpoints,
  type Service,
  type StringMap,
} from '../objects.js';
import { keys } from '../well-known.js';
import type { GivenWorkload, Inventory } from './inventory.js';

/** What a Service's endpoints are, and how that is known. */
export interface KnownEndpoints {
  readonly endpoints?: Endpoints;
  /** `given`, `pods of Deployment web`, `no workload known`, `no pods`, `none given`. */
  readonly basis: string;
  /** False when it is assumed that pods run, though nothing given says so. */
  readonly isCertain: boolean;
}

function selects(selector: StringMap, labels: StringMap): boolean {
  for (const key in selector) if (labels[key] !== selector[key]) return false;
  return true;
}

/** An address that stands for a pod. */
function podAddress(workload: GivenWorkload, index: number, service: Service): EndpointAddress {
  const isStable = workload.kind === 'StatefulSet' && workload.serviceName === service.metadata.name;
  const name = `${workload.name}-${index}`;
  const pod = { ip: `<pod ${name}>`, targetRef: { kind: 'Pod', name } };
  return isStable ? { ...pod, hostname: name } : pod;
}

function endpointsOf(service: Service, addresses: readonly EndpointAddress[]): Endpoints {
  const { name, namespace, labels } = service.metadata;
  const ports = (service.spec.ports ?? []).map((each) => {
    const { port, targetPort, protocol } = each;
    const number = typeof targetPort === 'number' ? targetPort : port;
    return each.name === undefined ? { port: number, protocol } : { name: each.name, port: number, protocol };
  });
  return {
    kind: 'Endpoints',
    metadata: {
      name,
      namespace,
      labels: isHeadless(service) ? { ...labels, [keys.headlessService]: '' } : labels,
      annotations: {},
    },
    subsets: addresses.length === 0 ? [] : [{ addresses, ports }],
    version: '',
  };
}

const shownPods = 50;

/** How a Service's endpoints are known, and the workloads behind it. */
interface EndpointsBasis extends Omit<KnownEndpoints, 'endpoints'> {
  readonly workloads: readonly GivenWorkload[];
}

/** How the endpoints of a target's Service are known, without making them. */
export function endpointsBasis(inventory: Inventory, { metadata, spec }: Service): EndpointsBasis {
  const { namespace, name } = metadata;
  const none: readonly GivenWorkload[] = [];
  if (inventory.endpoints.has(`${namespace}/${name}`))
    return { basis: 'given', isCertain: true, workloads: none };
  const { selector, type } = spec;
  if (type === 'ExternalName') {
    return { basis: 'none, as it is of type ExternalName', isCertain: true, workloads: none };
  }
  if (selector === undefined) {
    return { basis: 'none given, and no selector makes any', isCertain: false, workloads: none };
  }
  const workloads = (inventory.workloads.get(namespace) ?? none).filter((w) =>
    selects(selector, w.podLabels),
  );
  if (workloads.length === 0) {
    return { basis: 'assumed: no workload that it selects is given', isCertain: false, workloads };
  }
  const names = workloads.map((w) => `${w.kind} ${w.name}`).join(', ');
  const runs = workloads.some(({ replicas }) => replicas > 0);
  return {
    basis: runs ? `pods of ${names}` : `no pods: ${names} has 0 replicas`,
    isCertain: true,
    workloads,
  };
}

/**
 * The endpoints of a target's Service: given ones, else those of the workloads that it selects.
 *
 * Workloads are taken to run and be ready. A Service whose workload is not among the manifests is
 * taken to have one ready endpoint, and said to be so.
 */
export function knownEndpoints(inventory: Inventory, service: Service): KnownEndpoints {
  const { namespace, name } = service.metadata;
  const { basis, isCertain, workloads } = endpointsBasis(inventory, service);
  const given = inventory.endpoints.get(`${namespace}/${name}`);
  if (given !== undefined) return { endpoints: given, basis, isCertain };
  const { selector, type } = service.spec;
  if (type === 'ExternalName' || selector === undefined) return { basis, isCertain };
  if (workloads.length === 0) {
    const address = { ip: `<pod of ${name}>`, targetRef: { kind: 'Pod', name: `${name}-0` } };
    return { endpoints: endpointsOf(service, [address]), basis, isCertain };
  }
  const addresses = workloads.flatMap((workload) =>
    Array.from({ length: Math.min(workload.replicas, shownPods) }, (_, i) =>
      podAddress(workload, i, service),
    ),
  );
  return { endpoints: endpointsOf(service, addresses), basis, isCertain };
}
