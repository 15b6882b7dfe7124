import { portNamed } from '../../symbols/kinds/service.js';
import type { GivenService } from '../prediction/inventory.js';
import type { LinkView } from '../prediction/link-view.js';
import type { PredictionInput } from '../prediction/predict.js';
import type { LinkerView } from './linker-view.js';
import { podTemplates } from './pod-template.js';
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

/** Policies of the target: those of its gateway, which sees the caller, and those before the Service's pods. */
export function policySteps(
  input: PredictionInput,
  view: LinkView,
  { service }: GivenService,
  linker: LinkerView,
  { mode, caller }: { readonly mode: string; readonly caller: Caller },
): readonly ReachStep[] {
  const { edge } = linker;
  const target = edge?.target;
  if (target === undefined) return [];
  const cluster = target.name;
  const { controlPlane } = target.symbols;
  const stated = identityEnd(target);
  const end = stated === undefined ? {} : { end: stated };
  const own = identityOf(input, view, linker, caller);
  const steps: ReachStep[] = [];
  const gateway = mode === 'gateway' ? edge?.gateway : undefined;
  if (gateway !== undefined) {
    const at = { cluster, controlPlane, namespace: gateway.namespace ?? '', selector: gateway.selector };
    const port = portNamed(gateway, 'mc-gateway');
    const number = port?.targetPort?.value ?? String(port?.port?.value ?? '');
    const targetPort = /^\d+$/.test(number) ? Number(number) : number;
    const isGiven = Object.keys(gateway.selector).length > 0 && podsBehind(input, at).length > 0;
    const inbound = { ...at, ports: [{ targetPort }], check: 'gateway policy', isWhole: true };
    const visitor = { ...(own === undefined ? {} : { identity: own }), ...end, isFromCluster: false };
    if (isGiven) steps.push(...inboundSteps(input, { ...inbound, visitor, who: described(own) }));
  }
  const { gatewayIdentity } = view.link.spec;
  const seen =
    mode !== 'gateway' ? own : gatewayIdentity === undefined ? undefined : parseIdentity(gatewayIdentity);
  const { namespace } = service.metadata;
  const { selector, ports = [] } = service.spec;
  const visitor = {
    ...(seen === undefined ? {} : { identity: seen }),
    ...end,
    isFromCluster: mode === 'gateway',
  };
  steps.push(
    ...inboundSteps(input, {
      cluster,
      controlPlane,
      namespace,
      selector,
      ports,
      visitor,
      who: described(seen),
      check: 'policy',
      isWhole: false,
    }),
  );
  return steps;
}
