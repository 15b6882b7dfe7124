import { standingNamespaces } from '../../manifests/standing-namespaces.js';
import { byCodeUnits } from '../../diagnostics/order.js';
import { controllerArguments } from '../../symbols/controller-arguments.js';
import { readControlPlane } from '../../symbols/kinds/control-plane.js';
import { objectSymbol } from '../../symbols/object.js';
import { Reader } from '../../symbols/reader.js';
import { servedLink } from '../../symbols/served-link.js';
import { parseOptions, type ControllerOptions } from '../controller-options.js';
import type { LinkSpec } from '../link-spec.js';
import type { Endpoints, Namespace, Service, StringMap } from '../objects.js';
import {
  asRecord,
  asStringMap,
  asText,
  parseEndpoints,
  parseNamespace,
  parseService,
} from '../raw-object.js';
import type { GivenCluster, GivenManifest } from './given.js';
import { readLinkSpec } from './read-link-spec.js';
import { mirrorArguments, readWorkload } from './read-workload.js';

/** A Service of a cluster, with its manifest. */
export interface GivenService {
  readonly service: Service;
  readonly given: GivenManifest;
}

/** A Link of a cluster, with its manifest. */
export interface GivenLink {
  readonly name: string;
  readonly namespace: string;
  readonly spec: LinkSpec;
  readonly given: GivenManifest;
}

/** What runs pods: enough to say whether a Service has endpoints, and with which hostnames. */
export interface GivenWorkload {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly podLabels: StringMap;
  readonly replicas: number;
  /** The headless Service that gives a StatefulSet's pods their hostnames. */
  readonly serviceName?: string;
}

/** What one cluster's manifests hold, as far as mirroring goes. */
export interface Inventory {
  readonly name: string;
  /** By `namespace/name`. */
  readonly services: Map<string, GivenService>;
  readonly endpoints: Map<string, Endpoints>;
  readonly namespaces: Map<string, Namespace>;
  /** Namespaces that any manifest names, be they given themselves or not. */
  readonly usedNamespaces: Set<string>;
  readonly links: GivenLink[];
  /** By namespace. */
  readonly workloads: Map<string, GivenWorkload[]>;
  /** Options of the controllers, by the Link they serve. */
  readonly controllers: Map<string, ControllerOptions>;
  /** Links whose controllers are all given without pods. */
  readonly idle: Set<string>;
  /** Arguments of the local mirror, if it runs here. */
  localMirror?: readonly string[];
  /** From the ConfigMap `linkerd-config`. */
  clusterDomain?: string;
}

const namespacedKinds = new Set([
  'Service',
  'Endpoints',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'Pod',
]);
const workloadKinds = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Pod']);

function addWorkload(inventory: Inventory, kind: string, object: GivenManifest['object']): void {
  const workload = readWorkload(kind, object);
  const known = inventory.workloads.get(workload.namespace);
  if (known === undefined) inventory.workloads.set(workload.namespace, [workload]);
  else known.push(workload);
  const args = mirrorArguments(object);
  const link = servedLink(asStringMap(asRecord(object.metadata).labels), args);
  if (link !== undefined) addController(inventory, link, workload, parseOptions(args ?? []));
  else if (args !== undefined && controllerArguments(args).flags.get('local-mirror') === 'true')
    inventory.localMirror = args;
}

/** A controller with pods counts before one without. */
function addController(
  { controllers, idle }: Inventory,
  link: string,
  { replicas }: GivenWorkload,
  options: ControllerOptions,
): void {
  if (replicas > 0) idle.delete(link);
  else if (controllers.has(link) && !idle.has(link)) return;
  else idle.add(link);
  controllers.set(link, options);
}

/** The object as `kubectl apply` would put it: without a Namespace it goes to `default`. */
function withNamespace(object: GivenManifest['object']): GivenManifest['object'] {
  const metadata = asRecord(object.metadata);
  if (asText(metadata.namespace) !== undefined || !namespacedKinds.has(asText(object.kind) ?? ''))
    return object;
  return { ...object, metadata: { ...metadata, namespace: 'default' } };
}

function addObject(inventory: Inventory, given: GivenManifest): void {
  const object = withNamespace(given.object);
  const kind = asText(object.kind) ?? '';
  const metadata = asRecord(object.metadata);
  const name = asText(metadata.name) ?? '';
  const namespace = asText(metadata.namespace) ?? '';
  const key = `${namespace}/${name}`;
  if (namespace !== '') inventory.usedNamespaces.add(namespace);
  if (kind === 'Service' && object.apiVersion === 'v1') {
    inventory.services.set(key, { service: parseService(object), given });
  } else if (kind === 'Endpoints') inventory.endpoints.set(key, parseEndpoints(object));
  else if (kind === 'Namespace') inventory.namespaces.set(name, parseNamespace(object));
  else if (kind === 'Link') {
    inventory.links.push({ name, namespace, spec: readLinkSpec(object.spec, object.apiVersion), given });
  } else if (workloadKinds.has(kind)) addWorkload(inventory, kind, object);
  else if (kind === 'ConfigMap' && name === 'linkerd-config') {
    const reader = new Reader(object);
    const { clusterDomain } = readControlPlane(objectSymbol('', reader), reader);
    if (clusterDomain !== undefined) inventory.clusterDomain = clusterDomain.value;
  }
}

function sortedByKey<T>(map: ReadonlyMap<string, T>): Map<string, T> {
  return new Map([...map].sort(([a], [b]) => byCodeUnits(a, b)));
}

/** When a Link was created, as a dump of a cluster tells; empty in manifests. */
export function createdAt({ given }: GivenLink): string {
  return asText(asRecord(given.object.metadata).creationTimestamp) ?? '';
}

/**
 * Sorts one cluster's manifests by what they are; their order plays no part.
 *
 * Links come in the order of their creation, as far as that is known, then by name.
 */
export function takeInventory({ name, manifests }: GivenCluster): Inventory {
  const inventory: Inventory = {
    name,
    services: new Map(),
    endpoints: new Map(),
    namespaces: new Map(),
    usedNamespaces: new Set(standingNamespaces),
    links: [],
    workloads: new Map(),
    controllers: new Map(),
    idle: new Set(),
  };
  for (const manifest of manifests) addObject(inventory, manifest);
  for (const workloads of inventory.workloads.values()) {
    workloads.sort((a, b) => byCodeUnits(a.kind, b.kind) || byCodeUnits(a.name, b.name));
  }
  inventory.links.sort((a, b) => byCodeUnits(createdAt(a), createdAt(b)) || byCodeUnits(a.name, b.name));
  return {
    ...inventory,
    services: sortedByKey(inventory.services),
    endpoints: sortedByKey(inventory.endpoints),
    namespaces: sortedByKey(inventory.namespaces),
  };
}
