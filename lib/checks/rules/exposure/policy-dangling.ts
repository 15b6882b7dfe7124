import type { ClusterView } from '../../cluster-view.js';
import type { AuthenticationReference, AuthorizationPolicySymbol } from '../../../symbols/kinds/policy.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

/**
 * What an AuthorizationPolicy of the extension refers to exists.
 *
 * A warning where the same namespace holds others of that kind, as then the files are likely all there are.
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
        const servers = view.symbols.servers.filter((server) => server.namespace === namespace);
        if (
          targetKind === 'Server' &&
          target !== undefined &&
          servers.length > 0 &&
          !servers.some((server) => server.name === target.value)
        )
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

function isMissing(
  { kind, name, namespace }: AuthenticationReference,
  policy: AuthorizationPolicySymbol,
  { symbols }: ClusterView,
): boolean {
  const kinds = {
    NetworkAuthentication: symbols.networkAuthentications,
    MeshTLSAuthentication: symbols.meshAuthentications,
  };
  const all = Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : undefined;
  const near = all?.filter((each) => each.namespace === (namespace ?? policy.namespace)) ?? [];
  return near.length > 0 && !near.some((each) => each.name === name.value);
}
