import type { Explanation } from '../prediction/explanation.js';
import type { MissingReason } from '../prediction/prediction.js';
import type { ReachMode } from './credential-steps.js';
import type { ReachStep } from './reach.js';

/** The check that flat and federated Services pass by. */
const ofGateway = 'gateway of the Link';

/** The checks between selection and mirror, in the controller's order. */
const checks: readonly {
  readonly check: string;
  readonly reasons: readonly MissingReason[];
  readonly message: string;
}[] = [
  { check: 'Namespace', reasons: ['namespace-missing'], message: 'its Namespace exists in the source' },
  { check: 'ports', reasons: ['no-ports'], message: 'it has ports' },
  {
    check: 'name',
    reasons: ['name-invalid', 'target-name', 'name-too-long', 'name-taken'],
    message: "the mirror's name is free and short enough",
  },
  {
    check: 'headless',
    reasons: ['headless-flat', 'headless-endpoints', 'headless-federated'],
    message: 'nothing about cluster IPs keeps it from being mirrored',
  },
  { check: 'mirror', reasons: ['waits-for-mirror', 'refused'], message: 'the API server takes the mirror' },
  {
    check: ofGateway,
    reasons: ['gateway-address', 'gateway-port'],
    message: 'the mirror gets endpoints',
  },
];

/** The check that keeps the mirror from being made. */
function brokenStep(check: string, why: Explanation, crashedLink: string | undefined): ReachStep {
  // what a controller does not get to before it crashes, it may get to at its next start
  const crashes = why.reason === 'refused' && crashedLink !== undefined;
  return {
    check,
    verdict: why.isCertain === false || crashes ? 'unknown' : 'no',
    message: crashes
      ? `the controller of Link ${crashedLink} crashes before it makes the mirror`
      : why.message,
    fix: why.fix,
    ...(why.place === undefined ? {} : { place: why.place }),
  };
}

/**
 * The controller's checks of a Service that it selects, up to the one that explains why there is no mirror.
 *
 * `crashedLink` names the Link if its controller crashed.
 */
export function mirrorChecks(
  mode: ReachMode,
  why: Explanation | undefined,
  crashedLink: string | undefined,
): ReachStep[] {
  const steps: ReachStep[] = [];
  for (const { check, reasons, message } of checks) {
    if (check === ofGateway && mode !== 'gateway') continue;
    if (why !== undefined && reasons.includes(why.reason))
      return [...steps, brokenStep(check, why, crashedLink)];
    steps.push({ check, verdict: 'yes', message });
  }
  return steps;
}
