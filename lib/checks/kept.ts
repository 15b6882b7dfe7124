import type { ClusterSymbols } from '../symbols/cluster-symbols.js';
import type { ContainerSymbol, WorkloadSymbol } from '../symbols/kinds/workload.js';
import { isSteering, type ObjectSymbol } from '../symbols/object.js';
import type { ClusterView } from './cluster-view.js';
import { viewOfRest } from './view-of.js';

/**
 * What rules of reach `links` may ask of a cluster, until its region is linked: a fraction of its symbols.
 *
 * Whole: Links, Services, Endpoints, credentials, stores, CRDs, what calls Services by name, routes, Applications. Roles and
 * bindings only where other clusters have accounts; of workloads the arguments of mirror controllers; no labels but
 * those of Services and Endpoints, and no other annotations but what Argo CD and Helm read. What was dropped throws when it is asked for. The symbols are
 * taken over, not copied.
 */
export function keptOf(view: ClusterView): ClusterView {
  const {
    gateways,
    controllers,
    remoteAccess,
    hasExtension,
    extensionSample,
    delivered,
    lastInWaves,
    credentials,
  } = view;
  const symbols = view.symbols as Writable<ClusterSymbols>;
  for (const list of [
    symbols.links,
    symbols.workloads,
    symbols.secrets,
    symbols.pushSecrets,
    symbols.secretStores,
    symbols.serviceAccounts,
    symbols.namespaces,
    symbols.crds,
    symbols.configs,
    symbols.routes,
    ...(remoteAccess.size === 0 ? [] : [symbols.roles, symbols.bindings]),
  ]) {
    for (const object of list as readonly Writable<ObjectSymbol>[]) {
      object.labels = droppedTexts;
      object.annotations = symbols.steered.length === 0 ? deliveryAlone : forDelivery(object.annotations);
    }
  }
  for (const serving of controllers.values()) {
    for (const workload of serving) dropPods(workload, workload.containers.map(withoutPorts));
  }
  for (const workload of symbols.workloads) {
    if (workload.podLabels !== droppedTexts) dropPods(workload, dropped);
  }
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
  symbols.excludedByArgo = trimmed(symbols.excludedByArgo);
  symbols.directives = trimmed(symbols.directives);
  symbols.servers = dropped;
  symbols.authorizationPolicies = dropped;
  symbols.networkAuthentications = dropped;
  symbols.meshAuthentications = dropped;
  symbols.mistyped = dropped;
  symbols.duplicates = dropped;
  symbols.steered = dropped;
  symbols.otherKinds = noKinds;
  return viewOfRest(view, symbols, {
    gateways,
    controllers,
    // an empty map takes 200 bytes
    remoteAccess: remoteAccess.size === 0 ? noAccounts : remoteAccess,
    hasExtension,
    extensionSample,
    delivered,
    lastInWaves,
    ...(credentials.size > 0 && { credentials }),
  });
}

const noKinds = new Set<string>();
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

/** Holds what Argo CD and Helm read of an object. */
const deliveryAlone = new Proxy<Readonly<Record<string, string>>>(
  {},
  {
    ...gone,
    get(texts, key) {
      if (typeof key === 'string' && isSteering(key)) return (texts as Record<string, string>)[key];
      return gone.get(texts, key);
    },
  },
);

function forDelivery(annotations: ObjectSymbol['annotations']): ObjectSymbol['annotations'] {
  let kept: Record<string, string> | undefined;
  for (const key in annotations) {
    if (!isSteering(key)) continue;
    kept ??= Object.create(deliveryAlone) as Record<string, string>;
    kept[key] = annotations[key] ?? '';
  }
  return kept ?? deliveryAlone;
}

/** A list that was pushed to has room for 16 more; an empty one is the same everywhere. */
function trimmed<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? nothing : list.slice();
}

const nothing: readonly never[] = [];

function dropPods(workload: Writable<WorkloadSymbol>, containers: readonly ContainerSymbol[]): void {
  workload.podLabels = droppedTexts;
  workload.podAnnotations = droppedTexts;
  workload.nodeSelector = droppedTexts;
  workload.unmatched = undefined;
  workload.containers = containers;
}

function withoutPorts({ name, args }: ContainerSymbol): ContainerSymbol {
  return { name, args, ports: dropped };
}
