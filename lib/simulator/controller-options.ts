import { goDurationSeconds } from '../helm/go-duration.js';
import { controllerArguments } from '../symbols/controller-arguments.js';
import type { LinkSpec } from './link-spec.js';
import { parseSelectorText } from './selector-text.js';

/** The controller's arguments that change what it mirrors. */
export interface ControllerOptions {
  readonly headlessEnabled: boolean;
  readonly namespaceCreation: boolean;
  /** Whether a time between repairs is named, hence worth waiting for. */
  readonly repairsPeriodically: boolean;
  /** Seconds between two repairs; a minute by default. */
  readonly repairPeriodSeconds: number;
}

/** Reads the arguments of a controller of a Link. */
export function parseOptions(args: readonly string[]): ControllerOptions {
  const { flags } = controllerArguments(args);
  const period = flags.get('endpoint-refresh-period');
  return {
    headlessEnabled: flags.get('enable-headless-services') === 'true',
    namespaceCreation: flags.get('enable-namespace-creation') === 'true',
    repairsPeriodically: period !== undefined,
    repairPeriodSeconds: goDurationSeconds(period ?? '') ?? 60,
  };
}

function list(text = ''): readonly string[] {
  return text === '' ? [] : text.split(',');
}

/**
 * What the local mirror's arguments amount to: a Link without a target, for federated members only.
 *
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/cmd/service-mirror/main.go
 */
export function localMirrorLink(args: readonly string[]): LinkSpec {
  const { flags } = controllerArguments(args);
  const selector = flags.get('federated-service-selector') ?? 'mirror.linkerd.io/federated';
  return {
    federatedServiceSelector: parseSelectorText(selector),
    excludedLabels: list(flags.get('excluded-labels')),
    excludedAnnotations: list(flags.get('excluded-annotations')),
  };
}
