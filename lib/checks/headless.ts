import type { Field } from '../symbols/field.js';
import type { EndpointsSymbol, HostSymbol } from '../symbols/kinds/endpoints.js';
import { selects } from '../symbols/kinds/selector.js';
import type { ServiceSymbol } from '../symbols/kinds/service.js';
import type { WorkloadSymbol } from '../symbols/kinds/workload.js';
import type { ClusterView } from './cluster-view.js';
import { controllerFlag } from './controller-flag.js';
import { mirroredBy } from './exports.js';
import type { Edge } from './fleet.js';

/** A headless Service that a Link mirrors host by host, as far as the files tell. */
export interface HeadlessExport {
  readonly service: ServiceSymbol;
  /** Endpoints from the files, or undefined where Kubernetes makes them. */
  readonly endpoints?: EndpointsSymbol;
  /** Hostnames of its pods: from Endpoints, else from the StatefulSet that names the Service. */
  readonly hosts: readonly string[];
}

/** True when a controller of the Link mirrors headless Services host by host; off by default. */
export function isHeadlessEnabled({ controllers }: Edge): boolean {
  return controllerFlag(controllers, 'enable-headless-services') === 'true';
}

const exportsOf = new WeakMap<Edge, readonly HeadlessExport[]>();

/** What a Link mirrors host by host: nothing unless headless Services are enabled and there is a gateway. */
export function headlessExports(edge: Edge): readonly HeadlessExport[] {
  const known = exportsOf.get(edge);
  if (known !== undefined) return known;
  const { target } = edge;
  const found =
    target === undefined || !edge.hasGateway || !isHeadlessEnabled(edge)
      ? []
      : mirroredBy(edge).flatMap(({ service, modes }) =>
          modes.includes('gateway') && service.isHeadless && service.ports.length > 0
            ? (headlessExport(service, target, edge) ?? [])
            : [],
        );
  exportsOf.set(edge, found);
  return found;
}

function headlessExport(
  service: ServiceSymbol,
  target: ClusterView,
  { link }: Edge,
): HeadlessExport | undefined {
  const key = `${service.namespace ?? ''}/${service.name}`;
  const { endpoints, statefulSets } = backendsOf(target);
  const given = endpoints.get(key);
  // Kubernetes copies the Service's labels to the Endpoints it makes; hand-made ones have their own
  if (given === undefined) return { service, hosts: (statefulSets.get(key) ?? []).flatMap(podNames) };
  const isSeen =
    given.labels['service.kubernetes.io/headless'] !== undefined &&
    selects(link.selector, given.labels) &&
    !selects(link.remoteDiscoverySelector, given.labels);
  if (!isSeen) return undefined;
  const hosts = given.hosts.filter(({ isReady }) => isReady).map(({ hostname }) => hostname.value);
  return { service, endpoints: given, hosts: [...new Set(hosts)] };
}

/** Ready hosts whose address names no pod. */
export function hostsWithoutPod({ endpoints }: HeadlessExport): readonly Field<string>[] {
  const isNameless = ({ isReady, hasTargetRef }: HostSymbol): boolean => isReady && !hasTargetRef;
  return endpoints?.hosts.filter(isNameless).map(({ hostname }) => hostname) ?? [];
}

/** True when the files hold Endpoints of that name. */
export function hasEndpoints(view: ClusterView, { namespace, name }: ServiceSymbol): boolean {
  return backendsOf(view).endpoints.has(`${namespace ?? ''}/${name}`);
}

interface Backends {
  readonly endpoints: ReadonlyMap<string, EndpointsSymbol>;
  /** By the Service they name. */
  readonly statefulSets: ReadonlyMap<string, readonly WorkloadSymbol[]>;
}

const backends = new WeakMap<ClusterView, Backends>();

function backendsOf(view: ClusterView): Backends {
  const known = backends.get(view);
  if (known !== undefined) return known;
  const statefulSets = new Map<string, WorkloadSymbol[]>();
  for (const workload of view.symbols.workloads) {
    if (workload.serviceName === undefined) continue;
    const key = `${workload.namespace ?? ''}/${workload.serviceName.value}`;
    const named = statefulSets.get(key);
    if (named === undefined) statefulSets.set(key, [workload]);
    else named.push(workload);
  }
  const endpoints = new Map(
    view.symbols.endpoints.map((each) => [`${each.namespace ?? ''}/${each.name}`, each]),
  );
  backends.set(view, { endpoints, statefulSets });
  return { endpoints, statefulSets };
}

/** More pods than a mistyped number of replicas may cost. */
const mostPods = 1000;

function podNames({ name, replicas, firstOrdinal }: WorkloadSymbol): string[] {
  const length = Math.min(Math.max(replicas?.value ?? 1, 0), mostPods);
  return Array.from({ length }, (_, i) => `${name}-${firstOrdinal + i}`);
}
