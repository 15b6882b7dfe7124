import { credentialsOf } from '../../../checks/credentials.js';
import type { ClusterView } from '../../../checks/cluster-view.js';
import type { Edge } from '../../../checks/fleet.js';
import { annotationOf } from '../../../symbols/object.js';

const marker = '.serviceaccount.identity.';

/** A mesh identity, as far as it is known. */
export interface MeshIdentity {
  /** `cart.shop`: the ServiceAccount and its Namespace. */
  readonly account: string;
  /** `linkerd.cluster.local`: the control plane's Namespace and the trust domain. */
  readonly end?: string;
}

/** The parts of `cart.shop.serviceaccount.identity.linkerd.cluster.local`. */
export function parseIdentity(text: string): MeshIdentity {
  const [account = text, end] = text.split(marker);
  return end === undefined ? { account } : { account, end };
}

/** How a cluster's identities end: told by its control plane, the fleet file, or its own gateway. */
export function identityEnd(view: ClusterView | undefined, edge?: Edge): string | undefined {
  if (view === undefined) return undefined;
  const stated = view.gateways
    .map((gateway) => annotationOf(gateway, 'mirror.linkerd.io/gateway-identity')?.value)
    .map((identity) => (identity === undefined ? undefined : parseIdentity(identity).end))
    .find((end) => end !== undefined);
  const secret = edge?.source === view ? credentialsOf(edge).controlPlane?.namespace : undefined;
  const namespace = view.symbols.controlPlane?.namespace ?? stated?.split('.')[0] ?? secret;
  const domain = view.trustDomain ?? stated?.split('.').slice(1).join('.');
  return namespace === undefined || domain === undefined ? undefined : `${namespace}.${domain}`;
}

/**
 * Whether an identity is one that a policy lists: whole, `*`, or `*.` and its end.
 *
 * Undefined where the unknown part of the identity decides.
 */
export function isListed(pattern: string, identity: MeshIdentity | undefined): boolean | undefined {
  if (pattern === '*') return true;
  if (identity === undefined) return undefined;
  const { account, end } = identity;
  const isSuffix = pattern.startsWith('*');
  const text = isSuffix ? pattern.slice(1) : pattern;
  if (end !== undefined) {
    const whole = `${account}${marker}${end}`;
    return isSuffix ? whole.endsWith(text) : whole === text;
  }
  const wanted = text.includes(marker) ? parseIdentity(text) : undefined;
  if (wanted === undefined) return isSuffix ? undefined : false;
  const mayBe = isSuffix ? account.endsWith(wanted.account) : account === wanted.account;
  return mayBe ? undefined : false;
}

/** Whether an identity is that of an account, or any account, of a Namespace of the cluster with identities of this end. */
export function isAccountOf(
  namespace: string,
  name: string | undefined,
  identity: MeshIdentity | undefined,
  end: string | undefined,
): boolean | undefined {
  if (identity === undefined) return undefined;
  const { account } = identity;
  const isIt = name === undefined ? account.endsWith(`.${namespace}`) : account === `${name}.${namespace}`;
  return isIt && (end === undefined || identity.end === undefined || identity.end === end);
}
