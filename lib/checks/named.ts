import type { RoleSymbol } from '../symbols/kinds/access.js';
import type { SecretSymbol } from '../symbols/kinds/secret.js';
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

/** True for an account that is not there beside others: ACCESS_WORKLOAD_ACCOUNT tells that, and its rights follow. */
export function isAccountMissing(view: ClusterView, namespace: string, name: string): boolean {
  return (
    accountNamed(view, namespace, name) === undefined &&
    view.symbols.serviceAccounts.some((each) => (each.namespace ?? '') === namespace)
  );
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

/** A Secret that exists or will, by the name that it then has; one that nothing makes where there is no other. */
export function secretNamed(view: ClusterView, namespace: string, name: string): SecretSymbol | undefined {
  const called = secretsNamed(view, name).filter((secret) => (secret.namespace ?? '') === namespace);
  return called.findLast(mayBeMade) ?? called.at(-1);
}

/** False for an ExternalSecret that says that it makes no Secret. */
export function mayBeMade({ unmade }: SecretSymbol): boolean {
  return unmade?.value !== 'None';
}

/** The Secrets that have a name then, in any namespace. */
export function secretsNamed(view: ClusterView, name: string): readonly SecretSymbol[] {
  const { secrets } = view.symbols;
  return secrets.length > few
    ? (view.secretsByName.get(name) ?? [])
    : secrets.filter((secret) => secret.secretName.value === name);
}

/** The Secrets whose label says that they are for a target cluster. */
export function secretsFor(view: ClusterView, target: string): readonly SecretSymbol[] {
  const { secrets } = view.symbols;
  return secrets.length > few
    ? (view.secretsByTarget.get(target) ?? [])
    : secrets.filter((secret) => targetIn(secret) === target);
}

/** The target cluster that a Secret's label names. */
export function targetIn(secret: SecretSymbol): string | undefined {
  return secret.secretLabels['multicluster.linkerd.io/cluster-name']?.value;
}

/** Of two that are called alike the last one counts, as in an index. */
function isCalled(object: ObjectSymbol, namespace: string, name: string): boolean {
  return object.name === name && (object.namespace ?? '') === namespace;
}
