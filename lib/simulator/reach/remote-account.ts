import { clusterNames, ownerOf } from '../../checks/account-owner.js';
import type { ClusterView } from '../../checks/cluster-view.js';
import { credentialsOf } from '../../checks/credentials.js';
import type { Edge, Fleet } from '../../checks/fleet.js';
import type { ObjectSymbol } from '../../symbols/object.js';

/**
 * The account of the target that a Link's credentials are of, or all those that they may be of.
 *
 * The kubeconfig's user tells, else a name that ends in the source's.
 */
export function accountsFor(fleet: Fleet, edge: Edge, target: ClusterView): readonly ObjectSymbol[] {
  const accounts = [...target.remoteAccess.values()];
  const user = credentialsOf(edge).controller?.kubeconfig?.user;
  if (user !== undefined) return accounts.filter(({ name }) => name === user);
  const names = clusterNames(fleet);
  const own = accounts.filter(({ name }) => ownerOf(name, names)?.name === edge.source.name);
  return own.length > 0 ? own : accounts;
}
