import type { HelmValue } from '../helm/value.js';
import { sharedForText } from '../manifests/shared-for.js';
import { sharedPart } from '../manifests/shared-part.js';

/** The role that all controllers of a cluster share. */
export const accessRole = 'linkerd-multicluster-controller-access-local-resources';

type Part = Readonly<Record<string, unknown>>;

/** `roleRef` to a role of a name that the chart gives. */
export function roleRef(kind: 'ClusterRole' | 'Role', name: string): Part {
  return sharedPart({ apiGroup: 'rbac.authorization.k8s.io', kind, name });
}

/** `subjects` of a binding to the one account of a name that the chart gives, for the namespaces that clusters install it to. */
export function subjectsIn(name: string): (namespace: HelmValue) => readonly Part[] {
  const subjects = (namespace: HelmValue) => [{ kind: 'ServiceAccount', name, namespace }];
  const shared = sharedForText(subjects);
  return (namespace) => (typeof namespace === 'string' ? shared(namespace) : subjects(namespace));
}
