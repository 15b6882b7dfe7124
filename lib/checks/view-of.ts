import { releasePoint } from '../releases/release-point.js';
import type { ClusterSymbols } from '../symbols/cluster-symbols.js';
import type { BindingSymbol } from '../symbols/kinds/access.js';
import type { LinkSymbol } from '../symbols/kinds/link.js';
import type { ServiceSymbol } from '../symbols/kinds/service.js';
import type { ObjectSymbol } from '../symbols/object.js';
import { controllerComponents, linkServedBy } from '../symbols/served-link.js';
import type { ClusterView } from './cluster-view.js';
import { ClusterGrants } from './grants.js';
import type { Credentials } from './credentials.js';
import { deliveredBy } from './extension-objects.js';
import type { ClusterFacts, FleetFacts } from './facts.js';
import { targetIn } from './named.js';
import { releaseOf } from './release-of.js';
import { remoteAccessOf } from './remote-access.js';
import { lastInWavesOf } from './sync-waves.js';

/** Looks a cluster's symbols over, each part once it is asked for, so that every rule finds things by name. */
export function viewOf(symbols: ClusterSymbols, fleet: FleetFacts, facts: ClusterFacts): ClusterView {
  const releaseName = facts.release ?? fleet.release ?? releaseOf(symbols);
  return new View(symbols, {
    name: symbols.name,
    facts,
    fleetFacts: fleet,
    ...(releaseName === undefined ? {} : { releaseName, release: releasePoint(releaseName) }),
    clusterDomain: facts.clusterDomain ?? symbols.controlPlane?.clusterDomain?.value ?? fleet.clusterDomain,
    trustDomain: facts.trustDomain ?? symbols.controlPlane?.trustDomain?.value ?? fleet.trustDomain,
  });
}

/** The view of what is left of a cluster's symbols, with what was found when they were whole. */
export function viewOfRest(view: ClusterView, rest: ClusterSymbols, found: Partial<Found>): ClusterView {
  return new View(rest, view, found);
}

/** What a view knows without its symbols. */
type Told = Pick<
  ClusterView,
  'name' | 'facts' | 'fleetFacts' | 'release' | 'releaseName' | 'clusterDomain' | 'trustDomain'
>;

/** What a view finds in its symbols. */
type Found = Omit<ClusterView, keyof Told | 'symbols'>;

/** One shape for all views: rules look at thousands of them. */
const nothingFound: { readonly [K in keyof Found]: undefined } = {
  services: undefined,
  secrets: undefined,
  secretsByTarget: undefined,
  secretsByName: undefined,
  bindingsByAccount: undefined,
  roles: undefined,
  accounts: undefined,
  namespaces: undefined,
  gateways: undefined,
  controllers: undefined,
  localMirrors: undefined,
  extensionNamespaces: undefined,
  remoteAccess: undefined,
  hasExtension: undefined,
  extensionSample: undefined,
  delivered: undefined,
  lastInWaves: undefined,
  grants: undefined,
  credentials: undefined,
};

/** Few rules look at any one index of any one cluster: each is made when it is first asked for. */
class View implements ClusterView {
  readonly name: string;
  readonly facts: ClusterFacts;
  readonly fleetFacts: FleetFacts;
  readonly release: number | undefined;
  readonly releaseName: string | undefined;
  readonly clusterDomain: string | undefined;
  readonly trustDomain: string | undefined;
  private readonly found: { -readonly [K in keyof Found]: Found[K] | undefined };

  constructor(
    readonly symbols: ClusterSymbols,
    told: Told,
    found: Partial<Found> = {},
  ) {
    this.name = told.name;
    this.facts = told.facts;
    this.fleetFacts = told.fleetFacts;
    this.release = told.release;
    this.releaseName = told.releaseName;
    this.clusterDomain = told.clusterDomain;
    this.trustDomain = told.trustDomain;
    this.found = Object.assign({ ...nothingFound }, found);
  }

  get services() {
    return (this.found.services ??= indexed(this.symbols.services, nameOf));
  }

  get secrets() {
    return (this.found.secrets ??= indexed(
      this.symbols.secrets,
      (secret) => `${secret.namespace ?? ''}/${secret.secretName.value}`,
    ));
  }

  get secretsByTarget() {
    return (this.found.secretsByTarget ??= grouped(this.symbols.secrets, targetIn));
  }

  get secretsByName() {
    return (this.found.secretsByName ??= grouped(this.symbols.secrets, (secret) => secret.secretName.value));
  }

  get bindingsByAccount() {
    return (this.found.bindingsByAccount ??= byAccount(this.symbols.bindings));
  }

  get roles() {
    return (this.found.roles ??= indexed(
      this.symbols.roles,
      (role) => `${role.kind}/${role.namespace ?? ''}/${role.name}`,
    ));
  }

  get accounts() {
    return (this.found.accounts ??= indexed(this.symbols.serviceAccounts, nameOf));
  }

  get namespaces() {
    return (this.found.namespaces ??= new Set(this.symbols.namespaces.map((namespace) => namespace.name)));
  }

  get gateways() {
    return (this.found.gateways ??= this.symbols.services.filter(isGateway));
  }

  get controllers() {
    return (this.found.controllers ??= grouped(this.symbols.workloads, linkServedBy));
  }

  get localMirrors() {
    return (this.found.localMirrors ??= this.symbols.workloads.filter(
      ({ labels, kind }) => labels.component === 'local-service-mirror' && kind === 'Deployment',
    ));
  }

  get extensionNamespaces(): Found['extensionNamespaces'] {
    return (this.found.extensionNamespaces ??= namespacesOf(this));
  }

  get remoteAccess() {
    return (this.found.remoteAccess ??= remoteAccessOf(this.symbols));
  }

  get hasExtension() {
    return (this.found.hasExtension ??= this.symbols.workloads.some(
      ({ labels }) =>
        labels['linkerd.io/extension'] === 'multicluster' || controllerComponents.has(labels.component ?? ''),
    ));
  }

  get delivered(): Found['delivered'] {
    return (this.found.delivered ??= deliveredBy(this));
  }

  get lastInWaves(): Found['lastInWaves'] {
    return (this.found.lastInWaves ??= lastInWavesOf(this.symbols, this.fleetFacts));
  }

  get grants(): Found['grants'] {
    return (this.found.grants ??= new ClusterGrants(this));
  }

  get credentials(): Found['credentials'] {
    return (this.found.credentials ??= new Map<LinkSymbol, Credentials>());
  }

  get extensionSample() {
    return (this.found.extensionSample ??= this.symbols.workloads.find(
      ({ labels }) => labels['linkerd.io/extension'] === 'multicluster',
    ));
  }
}

function namespacesOf({ symbols, gateways, localMirrors, controllers }: ClusterView): ReadonlySet<string> {
  const namespaces = new Set<string>();
  for (const list of [symbols.links, gateways, localMirrors, ...controllers.values()]) {
    for (const { namespace } of list) if (namespace !== undefined) namespaces.add(namespace);
  }
  return namespaces.add('linkerd-multicluster');
}

function isGateway(service: ServiceSymbol): boolean {
  return (
    service.annotations['mirror.linkerd.io/multicluster-gateway'] === 'true' ||
    service.ports.some((port) => port.name?.value === 'mc-gateway')
  );
}

function byAccount(bindings: readonly BindingSymbol[]): ReadonlyMap<string, readonly BindingSymbol[]> {
  const groups = new Map<string, BindingSymbol[]>();
  for (const binding of bindings) {
    for (const subject of binding.subjects) addTo(groups, subject.name, binding);
  }
  return groups;
}

function grouped<T>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) addTo(groups, key, item);
  }
  return groups;
}

function addTo<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}

/** By a key that few share; the last one counts. */
function indexed<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T> {
  const index = new Map<string, T>();
  for (const item of items) index.set(keyOf(item), item);
  return index;
}

function nameOf({ namespace, name }: ObjectSymbol): string {
  return `${namespace ?? ''}/${name}`;
}
