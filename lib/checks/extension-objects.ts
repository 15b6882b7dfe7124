import { groupOf, type ObjectSymbol } from '../symbols/object.js';
import type { ClusterView } from './cluster-view.js';
import { credentialListOf } from './credentials.js';
import type { Fleet } from './fleet.js';

/** An object as an AppProject is asked about it. */
export interface AskedObject {
  readonly group: string;
  readonly kind: string;
  /** Of an object of cluster scope: names tell nothing apart where objects have a namespace. */
  readonly name: string;
  /** Absent for an object of cluster scope. */
  readonly namespace?: string;
  /** The same for two that are equal, as long as there are not too many of them. */
  readonly id: number;
}

/**
 * What an Application that delivers the extension into a namespace holds: all of that namespace, credentials and hooks
 * in others, and the cluster-scoped objects that go with it. One of each kind and namespace.
 */
export function objectsOfExtension(
  view: ClusterView,
  namespace: string,
  fleet: Fleet,
): readonly AskedObject[] {
  const asked = new Asked();
  for (const each of view.delivered.get(namespace) ?? []) asked.add(each);
  for (const edge of fleet.edgesFrom.get(view.name) ?? []) {
    if (edge.link.namespace !== namespace) continue;
    for (const secret of credentialListOf(edge)) asked.add(askedOf(secret, secret.namespace ?? namespace));
  }
  return asked.objects;
}

/** What a cluster alone tells of that, by each namespace that holds Links or gateways. */
export function deliveredBy(view: ClusterView): ReadonlyMap<string, readonly AskedObject[]> {
  const namespaces = [...view.symbols.links, ...view.gateways].map((each) => each.namespace ?? '');
  return new Map([...new Set(namespaces)].map((namespace) => [namespace, deliveredInto(view, namespace)]));
}

function deliveredInto(view: ClusterView, namespace: string): readonly AskedObject[] {
  const { symbols } = view;
  const asked = new Asked();
  const lists: readonly (readonly ObjectSymbol[])[] = [
    symbols.links,
    symbols.services,
    symbols.serviceAccounts,
    symbols.workloads,
    symbols.secrets,
    symbols.pushSecrets,
    symbols.roles,
    symbols.bindings,
    symbols.servers,
    symbols.authorizationPolicies,
    symbols.networkAuthentications,
    symbols.meshAuthentications,
    symbols.routes,
  ];
  for (const list of lists) {
    let last: ObjectSymbol | undefined;
    for (const object of list) {
      if (object.namespace !== namespace || object.isLive === true) continue;
      // most lists are of one kind, and one of a kind is enough
      if (last?.kind !== object.kind || last.apiVersion !== object.apiVersion)
        asked.add(askedOf(object, namespace));
      last = object;
    }
  }
  for (const other of symbols.otherKinds) {
    const [, group = '', kind = '', place] = /^([^/]*)\/(\S*) (.*)$/.exec(other) ?? [];
    if (place === namespace) asked.add(oneOf(group, kind, '', namespace));
  }
  for (const crd of symbols.crds) if (crd.name === 'links.multicluster.linkerd.io') asked.add(askedOf(crd));
  for (const binding of symbols.bindings) {
    if (binding.kind !== 'ClusterRoleBinding') continue;
    if (!binding.subjects.some((subject) => subject.namespace === namespace)) continue;
    asked.add(askedOf(binding));
    const role = view.roles.get(`ClusterRole//${binding.role?.value ?? ''}`);
    if (role !== undefined) asked.add(askedOf(role));
  }
  const own = symbols.namespaces.find(({ name }) => name === namespace);
  if (own !== undefined) asked.add(askedOf(own));
  return asked.objects;
}

/** One of each kind and namespace; of cluster scope, one of each kind and name. */
class Asked {
  readonly #byId = new Map<number, AskedObject>();

  get objects(): readonly AskedObject[] {
    return [...this.#byId.values()];
  }

  add(each: AskedObject): void {
    this.#byId.set(each.id, each);
  }
}

function askedOf({ apiVersion, kind, name }: ObjectSymbol, namespace?: string): AskedObject {
  return oneOf(groupOf(apiVersion), kind, namespace === undefined ? name : '', namespace);
}

/** Nearly all clusters ask for the same: one object stands for all that are equal. */
const known = new Map<string, AskedObject>();
const mostKnown = 2000;
let made = 0;

function oneOf(group: string, kind: string, name: string, namespace: string | undefined): AskedObject {
  const key = `${group}/${kind}/${name}/${namespace ?? ''}`;
  const earlier = known.get(key);
  if (earlier !== undefined) return earlier;
  const asked = { group, kind, name, namespace, id: made++ };
  if (known.size < mostKnown) known.set(key, asked);
  return asked;
}
