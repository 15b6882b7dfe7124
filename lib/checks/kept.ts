import type { ClusterSymbols } from '../symbols/cluster-symbols.js';
import type { ContainerSymbol, WorkloadSymbol } from '../symbols/kinds/workload.js';
import type { ObjectSymbol } from '../symbols/object.js';
import type { ClusterView } from './cluster-view.js';
import { viewOfRest } from './view-of.js';

/**
 * What rules of reach `links` may ask of a cluster, for as long as the fleet is read: a fraction of its symbols.
 *
 * Whole: Links, Services, Endpoints, credentials, stores, CRDs, what calls Services by name, routes, Applications. Roles and
 * bindings only where other clusters have accounts; of workloads the arguments of mirror controllers; no labels but
 * those of Services and Endpoints, and no other annotations but what Argo CD reads. What was dropped throws when it is asked for. The symbols are
 * taken over, not copied.
 */
export function keptOf(view: ClusterView): ClusterView {
  const { gateways, controllers, remoteAccess, hasExtension, extensionSample, delivered, lastInWaves } = view;
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
  symbols.links = trimmed(symbols.links);
  symbols.services = trimmed(symbols.services);
  symbols.endpoints = trimmed(symbols.endpoints);
  symbols.workloads = trimmed(symbols.workloads);
  symbols.secrets = trimmed(symbols.secrets);
  symbols.pushSecrets = trimmed(symbols.pushSecrets);
  symbols.secretStores = trimmed(symbols.secretStores);
  symbols.serviceAccounts = trimmed(symbols.serviceAccounts);
  symbols.namespaces = trimmed(symbols.namespaces);
  symbols.crds = trimmed(symbols.crds);
  symbols.configs = trimmed(symbols.configs);
  symbols.routes = trimmed(symbols.routes);
  symbols.applications = trimmed(symbols.applications);
  symbols.projects = trimmed(symbols.projects);
  symbols.argocdClusters = trimmed(symbols.argocdClusters);
  symbols.argocdSettings = trimmed(symbols.argocdSettings);
  symbols.issuers = trimmed(symbols.issuers);
  symbols.large = trimmed(symbols.large);
  symbols.hooks = trimmed(symbols.hooks);
  symbols.directives = trimmed(symbols.directives);
  symbols.servers = dropped;
  symbols.authorizationPolicies = dropped;
  symbols.networkAuthentications = dropped;
  symbols.meshAuthentications = dropped;
  symbols.mistyped = dropped;
  symbols.duplicates = dropped;
  symbols.excludedByArgo = dropped;
  symbols.otherKinds = noKinds;
  return viewOfRest(view, symbols, {
    gateways,
    controllers,
    // an empty map takes 200 bytes
    remoteAccess: remoteAccess.size === 0 ? noAccounts : remoteAccess,
    hasExtension,
    extensionSample,
    delivered: shared(delivered),
    lastInWaves,
  });
}

const noKinds = new Set<string>();
const deliveredBefore = new Map<string, ClusterView['delivered']>();

/** The same map for all clusters that hold the same kinds: most do. */
function shared(delivered: ClusterView['delivered']): ClusterView['delivered'] {
  let key = '';
  for (const [namespace, each] of delivered) {
    key += namespace;
    for (const { id } of each) key += ` ${id}`;
  }
  const known = deliveredBefore.get(key) ?? delivered;
  if (deliveredBefore.size < 1000) deliveredBefore.set(key, known);
  return known;
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

/** What Argo CD and Helm read of an object: waves, hooks, options. Few objects have any. */
const delivery = /^(argocd\.argoproj\.io|helm\.sh)\//;
const deliveryAlone = new Proxy<Readonly<Record<string, string>>>(
  {},
  {
    ...gone,
    get(texts, key) {
      if (typeof key === 'string' && delivery.test(key)) return (texts as Record<string, string>)[key];
      return gone.get(texts, key);
    },
  },
);

function dropLabels(object: Writable<ObjectSymbol>): void {
  object.labels = droppedTexts;
  let kept: Record<string, string> | undefined;
  for (const key in object.annotations) {
    if (!delivery.test(key)) continue;
    kept ??= Object.create(deliveryAlone) as Record<string, string>;
    kept[key] = object.annotations[key] ?? '';
  }
  object.annotations = kept ?? deliveryAlone;
}

/** A list that was pushed to has room for 16 more; an empty one is the same everywhere. */
function trimmed<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? nothing : list.slice();
}

const nothing: readonly never[] = [];

function dropPods(workload: Writable<WorkloadSymbol>, isController: boolean): void {
  workload.podLabels = droppedTexts;
  workload.podAnnotations = droppedTexts;
  workload.containers = isController ? workload.containers.map(withoutPorts) : dropped;
}

function withoutPorts({ name, args }: ContainerSymbol): ContainerSymbol {
  return { name, args, ports: dropped };
}
