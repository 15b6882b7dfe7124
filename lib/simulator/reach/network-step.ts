import { cannotTell } from '../../checks/missing-fact.js';
import type { LinkerView } from './linker-view.js';
import type { ReachMode } from './credential-steps.js';
import type { ReachStep } from './reach.js';

/**
 * Whether pods of the source reach those of the target, as flat and federated Services need: no manifest shows a route.
 * Networks that are told and differ are told by the linker.
 */
export function networkSteps({ edge }: LinkerView, mode: ReachMode): readonly ReachStep[] {
  if (mode === undefined || mode === 'gateway') return [];
  const check = 'pod network';
  const [ours = [], theirs = []] = [edge?.source.facts.networks, edge?.target?.facts.networks];
  const shared = ours.find((network) => theirs.includes(network));
  if (shared !== undefined) return [{ check, verdict: 'yes', message: `both clusters are on ${shared}` }];
  return [
    {
      check,
      verdict: 'unknown',
      message: 'no manifest tells whether pods of one cluster reach those of the other',
      fix: cannotTell.networks.fix,
    },
  ];
}
