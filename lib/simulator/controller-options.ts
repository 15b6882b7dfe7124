import { goDurationSeconds } from '../helm/go-duration.js';
import type { LinkSpec } from './link-spec.js';
import { parseSelectorText } from './label-selector.js';

/** The controller's arguments that change what it mirrors. */
export interface ControllerOptions {
  readonly headlessEnabled: boolean;
  readonly namespaceCreation: boolean;
  /** Whether a time between repairs is named, hence worth waiting for. */
  readonly repairsPeriodically: boolean;
  /** Seconds between two repairs; a minute by default. */
  readonly repairPeriodSeconds: number;
}

/** Value of `-name` or `-name=value` among arguments; `true` when it stands alone. */
function argument(args: readonly string[], name: string): string | undefined {
  for (const arg of [...args].reverse()) {
    const text = arg.replace(/^--?/, '');
    if (text === name) return 'true';
    if (text.startsWith(`${name}=`)) return text.slice(name.length + 1);
  }
  return undefined;
}

/** Reads the arguments of a controller of a Link. */
export function parseOptions(args: readonly string[]): ControllerOptions {
  const period = argument(args, 'endpoint-refresh-period');
  return {
    headlessEnabled: argument(args, 'enable-headless-services') === 'true',
    namespaceCreation: argument(args, 'enable-namespace-creation') === 'true',
    repairsPeriodically: period !== undefined,
    repairPeriodSeconds: goDurationSeconds(period ?? '') ?? 60,
  };
}

function list(args: readonly string[], name: string): readonly string[] {
  const text = argument(args, name) ?? '';
  return text === '' ? [] : text.split(',');
}

/** What the local mirror's arguments amount to: a Link without a target, for federated members only (6). */
export function localMirrorLink(args: readonly string[]): LinkSpec {
  const selector = argument(args, 'federated-service-selector') ?? 'mirror.linkerd.io/federated';
  return {
    federatedServiceSelector: parseSelectorText(selector),
    excludedLabels: list(args, 'excluded-labels'),
    excludedAnnotations: list(args, 'excluded-annotations'),
  };
}
