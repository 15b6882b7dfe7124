import { argumentsIn } from '../symbols/controller-arguments.js';
import type { WorkloadSymbol } from '../symbols/kinds/workload.js';

/** Value of a flag of mirror controllers, of the last of them that has it; `true` of a switch that is on. */
export function controllerFlag(controllers: readonly WorkloadSymbol[], name: string): string | undefined {
  let value: string | undefined;
  for (const { containers } of controllers) {
    for (const { args } of containers) {
      value = argumentsIn(args).flags.get(name) ?? value;
    }
  }
  return value;
}
