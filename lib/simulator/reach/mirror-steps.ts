import { federatedName } from '../../checks/federated-name.js';
import { mirrorName } from '../mirror-context.js';
import { keys } from '../well-known.js';
import type { World } from '../world.js';
import type { GivenService } from '../prediction/inventory.js';
import type { LinkView } from '../prediction/link-view.js';
import { explainMembership, explainMirror } from '../prediction/missing-mirror.js';
import type { ReachMode } from './credential-steps.js';
import { endpointsStep } from './endpoints-step.js';
import { notSelectedStep, selectedStep } from './exported-step.js';
import { federatedPorts } from './federated-ports.js';
import { mirrorChecks } from './mirror-checks.js';
import type { ReachStep } from './reach.js';

/** From the exported Service to its mirror. */
interface MirrorSteps {
  readonly steps: readonly ReachStep[];
  /** Name of the mirror Service. */
  readonly mirror: string;
  /** The port to dial; absent where the mirror has none that the exported Service has. */
  readonly port?: number;
  /** Absent when nothing selects the Service. */
  readonly mode: ReachMode;
}

/** What the controllers of the source made, and what of. */
interface Simulated {
  readonly views: readonly LinkView[];
  readonly world: World;
  readonly release: string | undefined;
}

/** Whether a gateway mirror that stands follows a new gateway address; absent where it does. */
function repairStep(labels: Readonly<Record<string, string>>): ReachStep | undefined {
  if (labels[keys.remoteDiscovery] === undefined) return undefined;
  return {
    check: 'repair',
    verdict: 'unknown',
    message: `its label ${keys.remoteDiscovery} is copied and stops the repair: a new gateway address never arrives`,
    fix: `add the label to the Link's \`excludedLabels\``,
  };
}

/** What holds of a mirror that is made: its endpoints, and whether they are repaired. */
function madeSteps(
  view: LinkView,
  exported: GivenService,
  { world, release }: Simulated,
  { local, mode }: { readonly local: string; readonly mode: ReachMode },
): readonly ReachStep[] {
  if (mode !== 'gateway') return [endpointsStep(view, exported, undefined, release)];
  const { namespace } = exported.service.metadata;
  const endpoints = world.source.endpoints.get(namespace, local);
  const repair = repairStep(world.source.services.get(namespace, local)?.metadata.labels ?? {});
  return [endpointsStep(view, exported, endpoints, release), ...(repair === undefined ? [] : [repair])];
}

/** Follows the Service through the controller's checks, with the outcome of the simulation. */
export function mirrorSteps(view: LinkView, exported: GivenService, simulated: Simulated): MirrorSteps {
  const { views, world, release } = simulated;
  const { name, namespace, labels } = exported.service.metadata;
  const isMirrored = view.isExported(labels) || view.isFlat(labels);
  if (!isMirrored && !view.isFederated(labels)) {
    const steps = [notSelectedStep(view, exported, release)];
    return { steps, mirror: mirrorName(view, name), mode: undefined };
  }
  const mode = view.isFlat(labels) ? 'flat' : isMirrored ? 'gateway' : 'federated';
  const local = mode === 'federated' ? federatedName(name) : mirrorName(view, name);
  const explained = mode === 'federated' ? explainMembership : explainMirror;
  const why = explained(view, exported, world);
  const crashed = world.crashedLinks().find((link) => link === view.link.name);
  const steps = [
    selectedStep(view, exported, mode),
    ...mirrorChecks(mode, why, crashed),
    ...(why === undefined ? madeSteps(view, exported, simulated, { local, mode }) : []),
  ];
  const mirror = world.source.services.get(namespace, local);
  if (mode !== 'federated' || mirror === undefined || why !== undefined) {
    const port = (mirror?.spec.ports ?? exported.service.spec.ports)?.[0]?.port;
    return { steps, mirror: local, mode, ...(port === undefined ? {} : { port }) };
  }
  const { step, port } = federatedPorts(view, exported, mirror, { views, release });
  return { steps: [...steps, step], mirror: local, mode, ...(port === undefined ? {} : { port }) };
}
