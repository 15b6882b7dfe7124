import { asList, asRecord, asText } from '../../raw-object.js';
import { isAccountOf, isListed, type MeshIdentity } from './identity.js';
import {
  referenceIn,
  selectorIn,
  textsIn,
  type PolicyObject,
  type PolicyReference,
} from './policy-objects.js';

/** Who knocks, as the proxy before the pods sees it. */
export interface Visitor {
  /** Undefined where no manifest tells. */
  readonly identity?: MeshIdentity;
  /** How the identities of the cluster that is asked end. */
  readonly end?: string;
  /** True for a pod of the same cluster, such as its gateway. */
  readonly isFromCluster: boolean;
}

/** Whether somebody is let in; undefined where the manifests do not settle it. */
export type Admission = boolean | undefined;

function all(verdicts: readonly Admission[]): Admission {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(undefined) ? undefined : true;
}

function any(verdicts: readonly Admission[]): Admission {
  if (verdicts.includes(true)) return true;
  return verdicts.includes(undefined) ? undefined : false;
}

/** Networks that hold every IPv4 address let all in; what others hold depends on addresses that no manifest tells. */
function byNetworks(networks: unknown): Admission {
  const isOpen = asList(networks).some((entry) => {
    const { cidr, except } = asRecord(entry);
    return cidr === '0.0.0.0/0' && asList(except).length === 0;
  });
  return isOpen ? true : undefined;
}

function byAccounts(references: unknown, policy: PolicyObject, { identity, end }: Visitor): Admission {
  return any(
    asList(references).map((entry): Admission => {
      const { kind, name, namespace } = referenceIn(entry, policy);
      if (kind === 'Namespace') return isAccountOf(name, undefined, identity, end);
      return kind === 'ServiceAccount' || kind === ''
        ? isAccountOf(namespace, name, identity, end)
        : undefined;
    }),
  );
}

function byIdentities(identities: unknown, { identity }: Visitor): Admission {
  return any(textsIn(identities).map((pattern) => isListed(pattern, identity)));
}

function byReference(
  objects: readonly PolicyObject[],
  { kind, name, namespace }: PolicyReference,
  visitor: Visitor,
): Admission {
  if (kind === 'ServiceAccount') return isAccountOf(namespace, name, visitor.identity, visitor.end);
  const found = objects.find((o) => o.kind === kind && o.name === name && o.namespace === namespace);
  if (found === undefined) return undefined;
  const { identities, identityRefs, networks } = found.spec;
  if (kind === 'NetworkAuthentication') return byNetworks(networks);
  return any([byIdentities(identities, visitor), byAccounts(identityRefs, found, visitor)]);
}

/** An AuthorizationPolicy lets in whom all its authentications know. */
function byPolicy(objects: readonly PolicyObject[], policy: PolicyObject, visitor: Visitor): Admission {
  const references = asList(policy.spec.requiredAuthenticationRefs);
  return all(references.map((entry) => byReference(objects, referenceIn(entry, policy), visitor)));
}

/** A ServerAuthorization lets in clients by their identity, from its networks if it names any. */
function byServerAuthorization(policy: PolicyObject, visitor: Visitor): Admission {
  const client = asRecord(policy.spec.client);
  const tls = asRecord(client.meshTLS);
  const isOpen = client.unauthenticated === true || tls.unauthenticatedTLS === true;
  const who = isOpen
    ? true
    : any([byIdentities(tls.identities, visitor), byAccounts(tls.serviceAccounts, policy, visitor)]);
  return all([who, asList(client.networks).length === 0 ? true : byNetworks(client.networks)]);
}

/** Whether a default policy lets in whom no rule names; undefined where addresses decide, or for an unknown word. */
export function byDefault(policy: string, { isFromCluster }: Visitor): Admission {
  if (policy === 'deny') return false;
  if (policy === 'all-unauthenticated' || policy === 'all-authenticated' || policy === 'audit') return true;
  if (policy === 'cluster-authenticated' || policy === 'cluster-unauthenticated')
    return isFromCluster ? true : undefined;
  return undefined;
}

function isFor(policy: PolicyObject, { kind, name, namespace }: PolicyObject): boolean {
  if (policy.namespace !== namespace) return false;
  const target = asRecord(policy.spec.targetRef);
  return (
    (target.kind === kind && target.name === name) ||
    (kind === 'Server' && target.kind === 'Namespace' && target.name === namespace)
  );
}

function authorizes(policy: PolicyObject, server: PolicyObject): boolean {
  if (policy.namespace !== server.namespace) return false;
  const { name, selector } = asRecord(policy.spec.server);
  return name === server.name || selectorIn(selector)(server.labels);
}

/** True for a route of the Server's own inbound traffic. */
function isRouteOf(route: PolicyObject, server: PolicyObject): boolean {
  if (!route.kind.endsWith('Route')) return false;
  return asList(route.spec.parentRefs).some((entry) => {
    const { kind, name, namespace } = referenceIn(entry, route);
    return kind === 'Server' && name === server.name && namespace === server.namespace;
  });
}

/**
 * Whether a Server lets a visitor in: by a policy of its own or of its Namespace, by a ServerAuthorization, in part by
 * a policy of one of its routes, else by its `accessPolicy`.
 *
 * Undefined too for one that denies by default and has no policy at all, unless `isWhole` says that its policies would
 * stand beside it.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/charts/linkerd-crds/templates/policy/server.yaml
 */
export function admits(
  objects: readonly PolicyObject[],
  server: PolicyObject,
  visitor: Visitor,
  isWhole: boolean,
): Admission {
  const policies = objects.filter(({ kind }) => kind === 'AuthorizationPolicy');
  const own = [
    ...policies.filter((policy) => isFor(policy, server)).map((policy) => byPolicy(objects, policy, visitor)),
    ...objects
      .filter((policy) => policy.kind === 'ServerAuthorization' && authorizes(policy, server))
      .map((policy) => byServerAuthorization(policy, visitor)),
  ];
  const ofRoutes = objects
    .filter((route) => isRouteOf(route, server))
    .flatMap((route) => policies.filter((policy) => isFor(policy, route)))
    .map((policy) => byPolicy(objects, policy, visitor));
  const byRules = any(own);
  if (byRules === true) return true;
  const fallback = server.version === 'v1beta3' ? (asText(server.spec.accessPolicy) ?? 'deny') : 'deny';
  const otherwise = byDefault(fallback, visitor);
  if (otherwise === true) return true;
  if (byRules === undefined || otherwise === undefined) return undefined;
  if (ofRoutes.some((verdict) => verdict !== false)) return undefined;
  return own.length + ofRoutes.length > 0 || isWhole ? false : undefined;
}
