import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { ChainParts } from './chain-parts.js';
import { chainChecks, codeConcerns, type ChainCheck, type Concern } from './code-concerns.js';
import type { ReachMode } from './credential-steps.js';
import { findingPlace } from './finding-place.js';
import type { LinkerView } from './linker-view.js';
import type { ReachStep } from './reach.js';

const ofGateways = new Set<ChainCheck>([
  'gateway',
  'gateway address',
  'gateway port',
  'gateway identity',
  'cluster domain',
]);
const ofProxies = new Set<ChainCheck>(['credentials of the proxies', 'pod network', 'control planes']);

function concernOf({ code }: Diagnostic): Concern | undefined {
  return (codeConcerns as Readonly<Partial<Record<string, Concern>>>)[code];
}

/** True for a check that a mirror of this mode passes through. */
function isIn(mode: ReachMode, check: ChainCheck): boolean {
  if (ofGateways.has(check)) return mode === 'gateway';
  return ofProxies.has(check) ? mode === 'flat' || mode === 'federated' : true;
}

/** A finding as a step: an error breaks the chain, a warning makes its answer uncertain. */
function stepOf(check: string, finding: Diagnostic, concern: Concern): ReachStep {
  const { message, why, fix, file, severity } = finding;
  return {
    check,
    verdict: concern.verdict ?? (severity === 'error' ? 'no' : 'unknown'),
    message: why === undefined ? message : `${message}: ${why}`,
    ...(fix === undefined ? {} : { fix }),
    ...(file === undefined ? {} : { place: findingPlace(finding) }),
  };
}

/** Labels of the Link and, as trust is mutual, of those back. */
function labelsOf({ fleet, edge }: LinkerView): { readonly own?: string; readonly back: readonly string[] } {
  if (edge === undefined) return { back: [] };
  const back = fleet.edges.filter(({ source, target }) => source === edge.target && target === edge.source);
  return { own: edge.label, back: back.map(({ label }) => label) };
}

/** What the linker finds wrong with the chain, each finding as the step that it breaks. */
export function linkerSteps(view: LinkerView, parts: ChainParts, mode: ReachMode): ReachStep[] {
  const { own, back } = labelsOf(view);
  return view.findings.flatMap((finding) => {
    const concern = concernOf(finding);
    if (concern === undefined || concern.only?.(finding) === false) return [];
    const part = parts.checkOf(finding);
    const { link } = finding;
    if (link !== undefined && link !== own && !(part === 'trust' && back.includes(link))) return [];
    const isOfLink =
      link !== undefined && link === own && (concern.isOfBoth === true || !isOfAnother(finding));
    if (part === undefined && !isOfLink) return [];
    const check = concern.check ?? part;
    if (check === undefined || !isIn(mode, check)) return [];
    const step = stepOf(check, finding, concern);
    // of several accounts nobody knows which the credentials are of
    const isUncertain = check === 'account' && concern.check === undefined && parts.hasManyAccounts;
    return [isUncertain ? { ...step, verdict: 'unknown' } : step];
  });
}

/** Findings about one of many Links or Services count for that one alone. */
function isOfAnother({ object }: Diagnostic): boolean {
  return object?.kind === 'Link' || object?.kind === 'Service';
}

const gravity: Readonly<Record<ReachStep['verdict'], number>> = { yes: 0, unknown: 1, no: 2 };

function place(check: string): number {
  return (chainChecks as readonly string[]).indexOf(check);
}

/**
 * The chain with the linker's steps in it: the gravest of a check takes the place of a milder one, or comes where the
 * chain's order has it.
 */
export function withLinkerSteps(chain: readonly ReachStep[], found: readonly ReachStep[]): ReachStep[] {
  const steps = [...chain];
  for (const step of found) {
    const index = steps.findLastIndex(({ check }) => check === step.check);
    const known = steps[index];
    if (known !== undefined) {
      if (gravity[step.verdict] > gravity[known.verdict]) steps[index] = step;
      continue;
    }
    const next = steps.findIndex(({ check }) => place(check) > place(step.check));
    steps.splice(next < 0 ? steps.length : next, 0, step);
  }
  return steps;
}
