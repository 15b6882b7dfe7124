import { argumentsIn } from '../../../symbols/controller-arguments.js';
import type { Field } from '../../../symbols/field.js';
import type { LinkSymbol } from '../../../symbols/kinds/link.js';
import type { WorkloadSymbol } from '../../../symbols/kinds/workload.js';
import type { Topic } from '../../../diagnostics/diagnostic.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { mirrorCommand } from '../../upstream.js';

/** A controller is told of the Link that its labels name, and of its namespace and probe Service. */
export const controllerArgument = rule('CONTROLLER_ARGUMENT', {
  group: 'names',
  severity: 'error',
  reach: 'cluster',
  about: 'links',
  fix: 'let the chart render the Deployment from `controllers[].link.ref.name`; its arguments, labels and names all follow',
  source: mirrorCommand,
  symptoms: ['controller pod is healthy and nothing is mirrored', 'the controller finds no Link'],
  check(fleet, report) {
    for (const { source, link, label, controllers } of fleet.edges) {
      const served = controllers.map((each) => argumentsOf(each));
      const isServed = served.some((each) => isFor(each, link));
      for (const [i, controller] of controllers.entries()) {
        const { name, unnamed, namespace, probeService } = served[i] ?? {};
        const tell = (field: Field<string>, message: string, topic?: Topic) => {
          report({
            at: controller,
            field,
            link: label,
            ...(isServed ? { severity: 'warning' as const } : {}),
            message,
            ...(topic === undefined ? {} : { topic }),
            related: [related(link, link, `Link ${link.name} stands here`)],
          });
        };
        if (unnamed !== undefined)
          tell(unnamed, `${controller.name} is labelled for Link ${link.name} and its arguments name none`);
        if (name !== undefined && name.value !== link.name)
          tell(name, `${controller.name} is labelled for Link ${link.name} and serves ${name.value}`);
        if (namespace !== undefined && namespace.value !== link.namespace && link.namespace !== undefined) {
          tell(
            namespace,
            `${controller.name} reads Links of namespace ${namespace.value}; Link ${link.name} is in ${link.namespace}`,
          );
        }
        const home = namespace?.value ?? controller.namespace ?? '';
        if (
          probeService !== undefined &&
          probeService.value !== `probe-${link.name}` &&
          source.services.has(`${home}/probe-${link.name}`) &&
          !source.services.has(`${home}/${probeService.value}`)
        ) {
          tell(
            probeService,
            `${controller.name} probes through Service ${probeService.value}, which is not there; its Link has probe-${link.name}`,
            'probes',
          );
        }
      }
    }
  },
});

/** True for a controller that finds the Link; then another one beside it breaks nothing. */
function isFor({ name, unnamed, namespace, probeService }: ControllerArguments, link: LinkSymbol): boolean {
  return (
    unnamed === undefined &&
    (name === undefined || name.value === link.name) &&
    (namespace === undefined || namespace.value === link.namespace) &&
    (probeService === undefined || probeService.value === `probe-${link.name}`)
  );
}

interface ControllerArguments {
  /** The Link it serves, but for one that a variable names. */
  readonly name?: Field<string>;
  /** The last argument of those that name no Link. */
  readonly unnamed?: Field<string>;
  readonly namespace?: Field<string>;
  readonly probeService?: Field<string>;
}

function argumentsOf({ containers }: WorkloadSymbol): ControllerArguments {
  const args = containers.find((each) => each.args[0]?.value === 'service-mirror')?.args ?? [];
  const { linkAt = args.length } = argumentsIn(args);
  const name = args[linkAt];
  return {
    name: name?.value.includes('$(') === true ? undefined : name,
    unnamed: name === undefined ? args.at(-1) : undefined,
    namespace: flag(args, '-namespace='),
    probeService: flag(args, '-probe-service='),
  };
}

/** The value of a flag, with one hyphen or two. */
function flag(args: readonly Field<string>[], start: string): Field<string> | undefined {
  for (const { value, path, line, column } of args) {
    const at = value.startsWith('--') ? 1 : 0;
    if (value.startsWith(start, at)) return { value: value.slice(at + start.length), path, line, column };
  }
  return undefined;
}
