import { groupOf, type ObjectSymbol } from '../symbols/object.js';
import type { ClusterView } from './cluster-view.js';
import { credentialListOf } from './credentials.js';
import type { Fleet } from './fleet.js';

/** An object as an AppProject is asked about it. */
export interface AskedObject {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  /** Absent for an object of cluster scope. */
  readonly namespace?: string;
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
      // the last of a kind stands for all: nothing is made for those before it
      if (last !== undefined && (last.kind !== object.kind || last.apiVersion !== object.apiVersion))
        asked.add(askedOf(last, namespace));
      last = object;
    }
    if (last !== undefined) asked.add(askedOf(last, namespace));
  }
  for (const other of symbols.otherKinds) {
    const [, group = '', kind = '', place] = /^([^/]*)\/(\S*) (.*)$/.exec(other) ?? [];
    if (place === namespace) asked.add({ group, kind, name: '', namespace });
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
  readonly #byKind = new Map<string, AskedObject>();

  get objects(): readonly AskedObject[] {
    return [...this.#byKind.values()];
  }

  add(each: AskedObject): void {
    this.#byKind.set(`${each.group}/${each.kind} ${each.namespace ?? each.name}`, each);
  }
}

function askedOf({ apiVersion, kind, name }: ObjectSymbol, namespace?: string): AskedObject {
  return { group: groupOf(apiVersion), kind, name, namespace };
}
