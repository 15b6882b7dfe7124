import type { AuthorizationPolicySymbol, ServerSymbol } from '../../symbols/kinds/policy.js';
import { selects } from '../../symbols/kinds/selector.js';
import type { ObjectSymbol } from '../../symbols/object.js';
import type { ClusterView } from '../../checks/cluster-view.js';
import type { GivenService } from '../prediction/inventory.js';
import type { LinkView } from '../prediction/link-view.js';
import type { LinkerView } from './linker-view.js';
import type { Caller, ReachStep } from './reach.js';

/** `cart.shop` of `cart.shop.serviceaccount.identity.linkerd.cluster.local`. */
function accountOf(identity: string): string {
  return identity.split('.serviceaccount.identity.')[0] ?? identity;
}

/** Servers that stand before the pods of a Service. */
function serversBefore(target: ClusterView, { service }: GivenService): readonly ServerSymbol[] {
  const { namespace } = service.metadata;
  const { selector, ports = [] } = service.spec;
  if (selector === undefined) return [];
  const numbers = new Set(ports.map(({ targetPort }) => String(targetPort)));
  const pods = target.symbols.workloads.filter(
    (w) =>
      w.namespace === namespace &&
      Object.entries(selector).every(([key, value]) => w.podLabels[key] === value),
  );
  return target.symbols.servers.filter(
    (server) =>
      server.namespace === namespace &&
      numbers.has(server.port?.value ?? '') &&
      pods.some((pod) => server.podSelector?.value === 0 || selects(server.podSelector, pod.podLabels)),
  );
}

function policiesFor(target: ClusterView, server: ServerSymbol): readonly AuthorizationPolicySymbol[] {
  return target.symbols.authorizationPolicies.filter(
    (policy) =>
      policy.namespace === server.namespace &&
      ((policy.targetKind === 'Server' && policy.target?.value === server.name) ||
        (policy.targetKind === 'Namespace' && policy.target?.value === server.namespace)),
  );
}

/** Whether one policy lets an identity in: `undefined` where it depends on networks or on what is not given. */
function admits(
  target: ClusterView,
  policy: AuthorizationPolicySymbol,
  identity: string | undefined,
): boolean | undefined {
  let verdict: boolean | undefined = true;
  for (const { kind, name, namespace = policy.namespace } of policy.authentications) {
    const account = accountOf(identity ?? '');
    if (kind === 'ServiceAccount') {
      if (identity === undefined) verdict = undefined;
      else if (account !== `${name.value}.${namespace ?? ''}`) return false;
      continue;
    }
    const mesh = target.symbols.meshAuthentications.find(
      (m) => m.name === name.value && m.namespace === namespace,
    );
    if (kind !== 'MeshTLSAuthentication' || mesh === undefined) {
      verdict = undefined;
      continue;
    }
    if (mesh.identities.some(({ value }) => value === '*')) continue;
    if (identity === undefined) verdict = undefined;
    else {
      const byIdentity = mesh.identities.some(
        ({ value }) => value === identity || (value.startsWith('*') && identity.endsWith(value.slice(1))),
      );
      const byAccount = mesh.accounts.some(
        (a) => account === `${a.name}.${a.namespace ?? mesh.namespace ?? ''}`,
      );
      if (!byIdentity && !byAccount) return false;
    }
  }
  return verdict;
}

function placeOfSymbol({ file, line, column }: ObjectSymbol): Pick<ReachStep, 'place'> {
  return file === undefined ? {} : { place: line === 0 ? { file } : { file, line, column } };
}

/** The identity the workload sees: the gateway's in gateway mode, else the caller's own (section 8 of the reference). */
function identitySeen(
  view: LinkView,
  mode: string,
  caller: Caller,
  source: ClusterView | undefined,
): string | undefined {
  if (mode === 'gateway') return view.link.spec.gatewayIdentity;
  const workload = source?.symbols.workloads.find(
    (w) => w.name === caller.workload && w.namespace === caller.namespace,
  );
  const account = workload?.serviceAccountName?.value;
  return account === undefined ? undefined : `${account}.${caller.namespace}.serviceaccount.identity`;
}

/** Policies of the target before the Service's pods. */
export function policySteps(
  view: LinkView,
  exported: GivenService,
  { edge }: LinkerView,
  mode: string,
  caller: Caller,
): readonly ReachStep[] {
  const target = edge?.target;
  if (target === undefined) return [];
  const servers = serversBefore(target, exported);
  if (servers.length === 0) {
    return [
      {
        check: 'policy',
        verdict: 'yes',
        message:
          'no Server stands before its pods; the default policy holds, which lets all in unless it was changed',
      },
    ];
  }
  const identity = identitySeen(view, mode, caller, edge?.source);
  const seen = identity === undefined ? "the caller's identity" : accountOf(identity);
  return servers.map((server): ReachStep => {
    const verdicts = policiesFor(target, server).map((policy) => admits(target, policy, identity));
    const about = { check: 'policy', ...placeOfSymbol(server) };
    if (verdicts.includes(true))
      return { ...about, verdict: 'yes', message: `Server ${server.name} lets ${seen} in` };
    if (verdicts.length > 0 && verdicts.every((verdict) => verdict === false)) {
      return {
        ...about,
        verdict: 'no',
        message: `Server ${server.name} lets ${seen} not in, and that is whom its pods see in ${mode} mode`,
        fix: `add ${seen} to an AuthorizationPolicy of Server ${server.name}`,
      };
    }
    return {
      ...about,
      verdict: 'unknown',
      message: `the manifests do not settle whether Server ${server.name} lets ${seen} in`,
    };
  });
}
