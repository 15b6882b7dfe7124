import { federatedName } from '../../checks/federated-name.js';
import { mirrorName } from '../mirror-context.js';
import { keys } from '../well-known.js';
import type { World } from '../world.js';
import { placeOf } from '../prediction/given.js';
import type { GivenService } from '../prediction/inventory.js';
import type { LinkView } from '../prediction/link-view.js';
import { federatedSince, isBeforeFederation } from '../prediction/as-of-release.js';
import { explainMembership, explainMirror } from '../prediction/missing-mirror.js';
import { explainNotSelected, labelFix } from '../prediction/not-selected.js';
import type { MissingReason } from '../prediction/prediction.js';
import type { ReachMode } from './credential-steps.js';
import { endpointsStep } from './endpoints-step.js';
import { federatedPorts } from './federated-ports.js';
import type { ReachStep } from './reach.js';

const federatedKey = 'mirror.linkerd.io/federated';

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

function notSelected(view: LinkView, exported: GivenService, release: string | undefined): ReachStep {
  const label = placeOf(exported.given, 'metadata', 'labels', federatedKey);
  if (isBeforeFederation(release) && exported.service.metadata.labels[federatedKey] !== undefined) {
    return {
      check: 'exported',
      verdict: 'no',
      message: `${release ?? ''} has no federated Services; ${federatedSince} is the first that has`,
      fix: 'upgrade, or export it through the gateway',
      ...(label === undefined ? {} : { place: label }),
    };
  }
  const why = explainNotSelected(view, exported);
  const place = why?.place ?? placeOf(exported.given, 'metadata', 'labels');
  return {
    check: 'exported',
    verdict: 'no',
    message: why?.message ?? `it carries no label that Link ${view.link.name} selects`,
    fix: why?.fix ?? labelFix(view, exported.service.metadata.labels),
    ...(place === undefined ? {} : { place }),
  };
}

/** Follows the Service through the controller's checks, with the outcome of the simulation. */
export function mirrorSteps(
  view: LinkView,
  exported: GivenService,
  { views, world, release }: Simulated,
): MirrorSteps {
  const { name, namespace, labels } = exported.service.metadata;
  const isMirrored = view.isExported(labels) || view.isFlat(labels);
  const isMember = view.isFederated(labels);
  if (!isMirrored && !isMember) {
    return {
      steps: [notSelected(view, exported, release)],
      mirror: mirrorName(view, name),
      mode: undefined,
    };
  }
  const mode = view.isFlat(labels) ? 'flat' : isMirrored ? 'gateway' : 'federated';
  const local = mode === 'federated' ? federatedName(name) : mirrorName(view, name);
  const why =
    mode === 'federated' ? explainMembership(view, exported, world) : explainMirror(view, exported, world);
  const labelPlace = placeOf(exported.given, 'metadata', 'labels');
  const steps: ReachStep[] = [
    {
      check: 'exported',
      verdict: 'yes',
      message: `Link ${view.link.name} selects it in ${mode} mode`,
      ...(labelPlace === undefined ? {} : { place: labelPlace }),
    },
  ];
  for (const { check, reasons, message } of checks) {
    if (check === ofGateway && mode !== 'gateway') continue;
    if (why === undefined || !reasons.includes(why.reason)) {
      steps.push({ check, verdict: 'yes', message });
      continue;
    }
    // what a controller does not get to before it crashes, it may get to at its next start
    const crashes = why.reason === 'refused' && world.crashedLinks().includes(view.link.name);
    const verdict = why.isCertain === false || crashes ? 'unknown' : 'no';
    steps.push({
      check,
      verdict,
      message: crashes
        ? `the controller of Link ${view.link.name} crashes before it makes the mirror`
        : why.message,
      fix: why.fix,
      ...(why.place === undefined ? {} : { place: why.place }),
    });
    break;
  }
  if (why === undefined) {
    const mirror = world.source.services.get(namespace, local);
    const stopsRepair = mode === 'gateway' && mirror?.metadata.labels[keys.remoteDiscovery] !== undefined;
    const endpoints = mode === 'gateway' ? world.source.endpoints.get(namespace, local) : undefined;
    steps.push(endpointsStep(view, exported, endpoints, release));
    if (stopsRepair) {
      const message = `its label ${keys.remoteDiscovery} is copied and stops the repair: a new gateway address never arrives`;
      steps.push({
        check: 'repair',
        verdict: 'unknown',
        message,
        fix: `add the label to the Link's \`excludedLabels\``,
      });
    }
  }
  const mirror = world.source.services.get(namespace, local);
  if (mode !== 'federated' || mirror === undefined || why !== undefined) {
    const port = (mirror?.spec.ports ?? exported.service.spec.ports)?.[0]?.port;
    return { steps, mirror: local, mode, ...(port === undefined ? {} : { port }) };
  }
  const { step, port } = federatedPorts(view, exported, mirror, { views, release });
  return { steps: [...steps, step], mirror: local, mode, ...(port === undefined ? {} : { port }) };
}
