import type { RoleSymbol } from '../symbols/kinds/access.js';
import type { ServiceSymbol } from '../symbols/kinds/service.js';
import type { ObjectSymbol } from '../symbols/object.js';
import type { ClusterView } from './cluster-view.js';

/**
 * Up to this many objects are gone through, as the spokes of a fleet have a few of each kind: an index takes longer to
 * make than they take to look at, and a large fleet would hold one for each spoke.
 */
const few = 8;

/** A Service of a cluster. */
export function serviceNamed(view: ClusterView, namespace: string, name: string): ServiceSymbol | undefined {
  const { services } = view.symbols;
  return services.length > few
    ? view.services.get(`${namespace}/${name}`)
    : services.findLast((service) => isCalled(service, namespace, name));
}

/** A ServiceAccount of a cluster. */
export function accountNamed(view: ClusterView, namespace: string, name: string): ObjectSymbol | undefined {
  const { serviceAccounts } = view.symbols;
  return serviceAccounts.length > few
    ? view.accounts.get(`${namespace}/${name}`)
    : serviceAccounts.findLast((account) => isCalled(account, namespace, name));
}

/** A role of a cluster; the namespace of a ClusterRole is empty. */
export function roleNamed(
  view: ClusterView,
  kind: string,
  namespace: string,
  name: string,
): RoleSymbol | undefined {
  const { roles } = view.symbols;
  return roles.length > few
    ? view.roles.get(`${kind}/${namespace}/${name}`)
    : roles.findLast((role) => role.kind === kind && isCalled(role, namespace, name));
}

/** Of two that are called alike the last one counts, as in an index. */
function isCalled(object: ObjectSymbol, namespace: string, name: string): boolean {
  return object.name === name && (object.namespace ?? '') === namespace;
}
