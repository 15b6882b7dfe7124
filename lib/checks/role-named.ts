import type { RoleSymbol } from '../symbols/kinds/access.js';
import type { ClusterView } from './cluster-view.js';

/** Up to this many roles are gone through; the spokes of a fleet have three. */
const few = 8;

/** A role of a cluster; the namespace of a ClusterRole is empty. */
export function roleNamed(
  view: ClusterView,
  kind: string,
  namespace: string,
  name: string,
): RoleSymbol | undefined {
  const { roles } = view.symbols;
  if (roles.length > few) return view.roles.get(`${kind}/${namespace}/${name}`);
  // of two that are called alike the last one counts, as in the index
  for (let i = roles.length - 1; i >= 0; i--) {
    const role = roles[i];
    if (role?.name === name && role.kind === kind && (role.namespace ?? '') === namespace) return role;
  }
  return undefined;
}
