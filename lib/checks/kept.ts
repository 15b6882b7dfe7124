import type { ClusterSymbols } from '../symbols/cluster-symbols.js';
import type { ContainerSymbol, WorkloadSymbol } from '../symbols/kinds/workload.js';
import type { ObjectSymbol } from '../symbols/object.js';
import type { ClusterView } from './cluster-view.js';
import { viewOfRest } from './view-of.js';

/**
 * What rules of reach `links` may ask of a cluster, for as long as the fleet is read: a fraction of its symbols.
 *
 * Whole: Links, Services, Endpoints, credentials, stores, CRDs, what calls Services by name, routes, Applications. Roles and
 * bindings only where other clusters have accounts; of workloads the arguments of mirror controllers; no labels and
 * annotations but those of Services and Endpoints. What was dropped throws when it is asked for. The symbols are
 * taken over, not copied.
 */
export function keptOf(view: ClusterView): ClusterView {
  const { gateways, controllers, remoteAccess, hasExtension, extensionSample } = view;
  const symbols = view.symbols as Writable<ClusterSymbols>;
  for (const list of [
    symbols.links,
    symbols.workloads,
    symbols.secrets,
    symbols.pushSecrets,
    symbols.secretStores,
    symbols.serviceAccounts,
    symbols.namespaces,
    symbols.roles,
    symbols.bindings,
    symbols.crds,
    symbols.configs,
    symbols.routes,
  ]) {
    for (const object of list) dropLabels(object);
  }
  const serving = new Set([...controllers.values()].flat());
  for (const workload of symbols.workloads) dropPods(workload, serving.has(workload));
  if (remoteAccess.size === 0) {
    symbols.roles = dropped;
    symbols.bindings = dropped;
  }
  symbols.servers = dropped;
  symbols.authorizationPolicies = dropped;
  symbols.networkAuthentications = dropped;
  symbols.meshAuthentications = dropped;
  symbols.mistyped = dropped;
  symbols.duplicates = dropped;
  symbols.excludedByArgo = dropped;
  return viewOfRest(view, symbols, {
    gateways,
    controllers,
    // an empty map takes 200 bytes
    remoteAccess: remoteAccess.size === 0 ? noAccounts : remoteAccess,
    hasExtension,
    extensionSample,
  });
}

const noAccounts: ReadonlyMap<string, ObjectSymbol> = new Map();

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Nothing may be asked of it: better loud than a finding that is missing in large fleets alone. */
const gone = {
  get(_: object, key: string | symbol): never {
    throw new Error(`a rule of reach \`links\` asked for ${String(key)} of symbols that were dropped`);
  },
  ownKeys(): never {
    throw new Error('a rule of reach `links` asked for labels that were dropped');
  },
};
const dropped = new Proxy<never[]>([], gone);
const droppedTexts = new Proxy<Readonly<Record<string, string>>>({}, gone);

function dropLabels(object: Writable<ObjectSymbol>): void {
  object.labels = droppedTexts;
  object.annotations = droppedTexts;
}

function dropPods(workload: Writable<WorkloadSymbol>, isController: boolean): void {
  workload.podLabels = droppedTexts;
  workload.podAnnotations = droppedTexts;
  workload.containers = isController ? workload.containers.map(withoutPorts) : dropped;
}

function withoutPorts({ name, args }: ContainerSymbol): ContainerSymbol {
  return { name, args, ports: dropped };
}
