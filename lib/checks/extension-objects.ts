import type { ObjectSymbol } from '../symbols/object.js';
import { AskedObjects, type AskedObject } from './asked-objects.js';
import { AskedTexts } from './asked-texts.js';
import type { ClusterView } from './cluster-view.js';
import { credentialsOf } from './credentials.js';
import type { Fleet } from './fleet.js';
import { roleNamed } from './named.js';

/**
 * What an Application that delivers the extension into a namespace holds: all of that namespace, credentials and hooks
 * in others, and the cluster-scoped objects that go with it. One of each kind and namespace in each list; clusters
 * that hold the same share their lists.
 */
export function objectsOfExtension(
  view: ClusterView,
  namespace: string,
  fleet: Fleet,
): ReadonlySet<readonly AskedObject[]> {
  const known = AskedObjects.of(fleet.facts);
  const lists = new Set<readonly AskedObject[]>();
  const delivered = view.delivered.get(namespace);
  if (delivered !== undefined) lists.add(delivered);
  for (const edge of fleet.edgesFrom.get(view.name) ?? []) {
    if (edge.link.namespace !== namespace) continue;
    const { controller, controlPlane } = credentialsOf(edge);
    if (controller !== undefined) lists.add(known.alone(controller, controller.namespace ?? namespace));
    if (controlPlane !== undefined) lists.add(known.alone(controlPlane, controlPlane.namespace ?? namespace));
  }
  return lists;
}

/** What a cluster alone tells of that, by each namespace that holds Links or gateways. */
export function deliveredBy(view: ClusterView): ReadonlyMap<string, readonly AskedObject[]> {
  const known = AskedObjects.of(view.fleetFacts);
  const delivered = new Map<string, readonly AskedObject[]>();
  for (const list of [view.symbols.links, view.gateways]) {
    for (const { namespace = '' } of list) {
      if (!delivered.has(namespace)) delivered.set(namespace, deliveredInto(view, namespace, known));
    }
  }
  return delivered;
}

function deliveredInto(view: ClusterView, namespace: string, known: AskedObjects): readonly AskedObject[] {
  const { symbols } = view;
  const asked = new AskedTexts(namespace);
  for (const list of [
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
  ]) {
    let last: ObjectSymbol | undefined;
    for (const object of list) {
      // most lists are of one kind, and one of a kind is enough
      if (last?.kind === object.kind && last.apiVersion === object.apiVersion) continue;
      if (object.namespace !== namespace || object.isLive === true) continue;
      asked.add(object);
      last = object;
    }
  }
  for (const other of symbols.otherKinds) asked.addOther(other);
  for (const crd of symbols.crds) if (crd.name === 'links.multicluster.linkerd.io') asked.addOfCluster(crd);
  for (const binding of symbols.bindings) {
    if (binding.kind !== 'ClusterRoleBinding') continue;
    if (!binding.subjects.some((subject) => subject.namespace === namespace)) continue;
    asked.addOfCluster(binding);
    const role = roleNamed(view, 'ClusterRole', '', binding.role?.value ?? '');
    if (role !== undefined) asked.addOfCluster(role);
  }
  const own = symbols.namespaces.find(({ name }) => name === namespace);
  if (own !== undefined) asked.addOfCluster(own);
  return known.listOf(asked);
}
