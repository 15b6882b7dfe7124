import { argumentsIn, controllerArguments, type ControllerArguments } from './controller-arguments.js';
import type { WorkloadSymbol } from './kinds/workload.js';

/** What the label `component` calls mirror controllers, and once called them. */
export const controllerComponents: ReadonlySet<string> = new Set([
  'controller',
  'service-mirror',
  'linkerd-service-mirror',
]);

const command = 'service-mirror';

/** True for the arguments of a mirror controller, or of the local mirror, among those of a pod's containers. */
export function areOfMirror(args: readonly string[]): boolean {
  return args[0] === command;
}

/**
 * The Link that a workload serves as its mirror controller: by the workload's labels, else by the controller's
 * arguments; undefined for any other workload, the local mirror among them.
 *
 * CONTROLLER_ARGUMENT tells of labels and arguments that differ.
 */
export function servedLink(
  labels: Readonly<Record<string, string>>,
  args: readonly string[] | undefined,
): string | undefined {
  return linkInLabels(labels) ?? (args && linkInArguments(controllerArguments(args)));
}

/** The same of a symbol. */
export function linkServedBy({ labels, containers }: WorkloadSymbol): string | undefined {
  const named = linkInLabels(labels);
  if (named !== undefined) return named;
  const own = containers.find(({ args }) => args[0]?.value === command);
  return own && linkInArguments(argumentsIn(own.args));
}

function linkInLabels(labels: Readonly<Record<string, string>>): string | undefined {
  return controllerComponents.has(labels.component ?? '')
    ? labels['mirror.linkerd.io/cluster-name']
    : undefined;
}

function linkInArguments({ flags, linkName }: ControllerArguments): string | undefined {
  return flags.get('local-mirror') === 'true' || linkName?.includes('$(') === true ? undefined : linkName;
}
