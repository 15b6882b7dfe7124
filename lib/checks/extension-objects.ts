import type { ObjectSymbol } from '../symbols/object.js';
import { AskedObjects, type AskedObject, type DeliveredObjects } from './asked-objects.js';
import { AskedTexts } from './asked-texts.js';
import type { ClusterView } from './cluster-view.js';
import { credentialsOf } from './credentials.js';
import { roleNamed } from './named.js';
import { targetNameOf } from './own-end.js';

/**
 * What an Application that delivers the extension into a namespace holds, by each namespace that holds Links or gateways:
 * all of that namespace, credentials and hooks in others, and the cluster-scoped objects that go with it.
 */
export function deliveredBy(view: ClusterView): ReadonlyMap<string, DeliveredObjects> {
  const known = AskedObjects.of(view.fleetFacts);
  const delivered = new Map<string, Set<readonly AskedObject[]>>();
  const into = (namespace: string): Set<readonly AskedObject[]> => {
    let lists = delivered.get(namespace);
    if (lists === undefined)
      delivered.set(namespace, (lists = new Set([deliveredInto(view, namespace, known)])));
    return lists;
  };
  for (const { namespace = '' } of view.gateways) into(namespace);
  for (const link of view.symbols.links) {
    const { namespace = '' } = link;
    const lists = into(namespace);
    const { controller, controlPlane } = credentialsOf({
      source: view,
      link,
      targetName: targetNameOf(link),
    });
    if (controller !== undefined) lists.add(known.alone(controller, controller.namespace ?? namespace));
    if (controlPlane !== undefined) lists.add(known.alone(controlPlane, controlPlane.namespace ?? namespace));
  }
  return known.shared(delivered);
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
