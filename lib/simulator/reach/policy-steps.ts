import type { ClusterView } from '../../checks/cluster-view.js';
import { portNamed, type ServiceSymbol } from '../../symbols/kinds/service.js';
import type { Service } from '../objects.js';
import type { GivenService } from '../prediction/inventory.js';
import type { LinkView } from '../prediction/link-view.js';
import type { PredictionInput } from '../prediction/predict.js';
import type { LinkerView } from './linker-view.js';
import { podTemplates } from './pod-template.js';
import type { Visitor } from './policy/admission.js';
import { identityEnd, parseIdentity, type MeshIdentity } from './policy/identity.js';
import { inboundSteps, podsBehind } from './policy/inbound.js';
import type { Caller, ReachStep } from './reach.js';

/** The caller's own identity, as far as the manifests tell. */
function identityOf(
  input: PredictionInput,
  { source }: LinkView,
  { edge }: LinkerView,
  caller: Caller,
): MeshIdentity | undefined {
  const workload = podTemplates(input, source.name).find(
    ({ name, namespace }) => name === caller.workload && namespace === caller.namespace,
  );
  if (workload === undefined) return undefined;
  const end = identityEnd(edge?.source, edge);
  const account = `${workload.account}.${caller.namespace}`;
  return end === undefined ? { account } : { account, end };
}

function described(identity: MeshIdentity | undefined): string {
  return identity?.account ?? "the caller's identity";
}

/** Somebody who knocks at pods of a cluster. */
function visitorOf(identity: MeshIdentity | undefined, target: ClusterView, isFromCluster: boolean): Visitor {
  const end = identityEnd(target);
  return {
    ...(identity === undefined ? {} : { identity }),
    ...(end === undefined ? {} : { end }),
    isFromCluster,
  };
}

/** Policies before the gateway's pods, where they are given; they see the caller. */
function gatewayPolicies(
  input: PredictionInput,
  target: ClusterView,
  gateway: ServiceSymbol,
  own: MeshIdentity | undefined,
): readonly ReachStep[] {
  const { name: cluster, symbols } = target;
  const { namespace = '', selector } = gateway;
  const at = { cluster, controlPlane: symbols.controlPlane, namespace, selector };
  if (Object.keys(selector).length === 0 || podsBehind(input, at).length === 0) return [];
  const port = portNamed(gateway, 'mc-gateway');
  const number = port?.targetPort?.value ?? String(port?.port?.value ?? '');
  const targetPort = /^\d+$/.test(number) ? Number(number) : number;
  const visitor = visitorOf(own, target, false);
  const ports = [{ targetPort }];
  return inboundSteps(input, {
    ...at,
    ports,
    visitor,
    who: described(own),
    check: 'gateway policy',
    isWhole: true,
  });
}

/** Policies before the Service's pods, which see the gateway, or the caller where there is none between. */
function podPolicies(
  input: PredictionInput,
  target: ClusterView,
  { metadata: { namespace }, spec: { selector, ports = [] } }: Service,
  { seen, isGateway }: { readonly seen: MeshIdentity | undefined; readonly isGateway: boolean },
): readonly ReachStep[] {
  return inboundSteps(input, {
    cluster: target.name,
    controlPlane: target.symbols.controlPlane,
    namespace,
    selector,
    ports,
    visitor: visitorOf(seen, target, isGateway),
    who: described(seen),
    check: 'policy',
    isWhole: false,
  });
}

/** Policies of the target: those of its gateway, which sees the caller, and those before the Service's pods. */
export function policySteps(
  input: PredictionInput,
  view: LinkView,
  { service }: GivenService,
  linker: LinkerView,
  { mode, caller }: { readonly mode: string; readonly caller: Caller },
): readonly ReachStep[] {
  const { edge } = linker;
  if (edge?.target === undefined) return [];
  const { target, gateway } = edge;
  const own = identityOf(input, view, linker, caller);
  if (mode !== 'gateway') return podPolicies(input, target, service, { seen: own, isGateway: false });
  const { gatewayIdentity } = view.link.spec;
  const seen = gatewayIdentity === undefined ? undefined : parseIdentity(gatewayIdentity);
  return [
    ...(gateway === undefined ? [] : gatewayPolicies(input, target, gateway, own)),
    ...podPolicies(input, target, service, { seen, isGateway: true }),
  ];
}
