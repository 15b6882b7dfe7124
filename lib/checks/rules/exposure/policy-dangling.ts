import type { ClusterView } from '../../cluster-view.js';
import type { ObjectSymbol } from '../../../symbols/object.js';
import type { AuthenticationReference, AuthorizationPolicySymbol } from '../../../symbols/kinds/policy.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

/**
 * What an AuthorizationPolicy of the extension refers to exists.
 *
 * A warning where the same namespace holds others of that kind, or the Server of the policy beside it: then the files
 * are likely all there are.
 */
export const policyDangling = rule('POLICY_DANGLING', {
  group: 'exposure',
  severity: 'warning',
  reach: 'cluster',
  fix: 'name a Server or authentication that exists in that namespace, or add it',
  source: linkerd2('policy-controller/k8s/index/src/inbound/index.rs'),
  symptoms: ['403 from a port that a policy opens', 'a policy has no effect'],
  check(fleet, report) {
    for (const view of fleet.clusters) {
      const namespaces = new Set([...view.symbols.links, ...view.gateways].map(({ namespace }) => namespace));
      for (const policy of view.symbols.authorizationPolicies) {
        const { namespace, target, targetKind } = policy;
        if (!namespaces.has(namespace)) continue;
        if (targetKind === 'Server' && target !== undefined && lacksServer(view, target.value, namespace))
          report({
            at: policy,
            field: target,
            message: `policy ${policy.name} is for Server ${target.value}, which ${namespace ?? ''} does not have`,
          });
        for (const reference of policy.authentications) {
          if (!isMissing(reference, policy, view)) continue;
          report({
            at: policy,
            field: reference.name,
            message: `policy ${policy.name} asks for ${reference.kind} ${reference.name.value}, which is not among the files of its namespace`,
          });
        }
      }
    }
  },
});

/** True where the namespace has Servers, and none of this name. */
function lacksServer({ symbols }: ClusterView, name: string, namespace: string | undefined): boolean {
  let hasOthers = false;
  for (const server of symbols.servers) {
    if (server.namespace !== namespace) continue;
    if (server.name === name) return false;
    hasOthers = true;
  }
  return hasOthers;
}

/** True for a policy whose own Server is among the files, as whoever gives one gives what it asks for too. */
function hasServer({ symbols }: ClusterView, policy: AuthorizationPolicySymbol): boolean {
  const { namespace, target, targetKind } = policy;
  return (
    targetKind === 'Server' &&
    symbols.servers.some((server) => server.namespace === namespace && server.name === target?.value)
  );
}

function isMissing(
  { kind, name, namespace }: AuthenticationReference,
  policy: AuthorizationPolicySymbol,
  view: ClusterView,
): boolean {
  const { networkAuthentications, meshAuthentications } = view.symbols;
  if (kind !== 'NetworkAuthentication' && kind !== 'MeshTLSAuthentication') return false;
  const all: readonly ObjectSymbol[] =
    kind === 'NetworkAuthentication' ? networkAuthentications : meshAuthentications;
  const home = namespace ?? policy.namespace;
  const near = all.filter((each) => each.namespace === home);
  if (near.some((each) => each.name === name.value)) return false;
  return near.length > 0 || (home === policy.namespace && hasServer(view, policy));
}
