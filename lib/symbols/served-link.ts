import { controllerArguments } from './controller-arguments.js';
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
  if (controllerComponents.has(labels.component ?? '')) {
    const named = labels['mirror.linkerd.io/cluster-name'];
    if (named !== undefined) return named;
  }
  if (args === undefined) return undefined;
  const { flags, linkName } = controllerArguments(args);
  return flags.get('local-mirror') === 'true' || linkName?.includes('$(') === true ? undefined : linkName;
}

/** The same of a symbol. */
export function linkServedBy({ labels, containers }: WorkloadSymbol): string | undefined {
  const own = containers.find(({ args }) => args[0]?.value === command);
  return servedLink(
    labels,
    own?.args.map(({ value }) => value),
  );
}
