import type { ObjectSymbol } from '../symbols/object.js';
import type { ClusterView } from './cluster-view.js';
import { credentialsOf } from './credentials.js';
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
  const { symbols } = view;
  const asked = new Map<string, AskedObject>();
  const add = (each: AskedObject) =>
    asked.set(`${each.group}/${each.kind} ${each.namespace ?? each.name}`, each);
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
  for (const object of lists.flat()) {
    if (object.namespace === namespace && object.isLive !== true) add(askedOf(object, namespace));
  }
  for (const other of symbols.otherKinds) {
    const [, group = '', kind = '', place] = /^([^/]*)\/(\S*) (.*)$/.exec(other) ?? [];
    if (place === namespace) add({ group, kind, name: '', namespace });
  }
  for (const edge of fleet.edgesFrom.get(view.name) ?? []) {
    if (edge.link.namespace !== namespace) continue;
    for (const secret of Object.values(credentialsOf(edge)))
      add(askedOf(secret, secret.namespace ?? namespace));
  }
  for (const crd of symbols.crds) if (crd.name === 'links.multicluster.linkerd.io') add(askedOf(crd));
  for (const binding of symbols.bindings) {
    if (binding.kind !== 'ClusterRoleBinding') continue;
    if (!binding.subjects.some((subject) => subject.namespace === namespace)) continue;
    add(askedOf(binding));
    const role = view.roles.get(`ClusterRole//${binding.role?.value ?? ''}`);
    if (role !== undefined) add(askedOf(role));
  }
  const own = symbols.namespaces.find(({ name }) => name === namespace);
  if (own !== undefined) add(askedOf(own));
  return [...asked.values()];
}

function askedOf({ apiVersion, kind, name }: ObjectSymbol, namespace?: string): AskedObject {
  const slash = apiVersion.indexOf('/');
  const group = slash < 0 ? '' : apiVersion.slice(0, slash);
  return { group, kind, name, ...(namespace === undefined ? {} : { namespace }) };
}
