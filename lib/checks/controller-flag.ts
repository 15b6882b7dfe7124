import type { WorkloadSymbol } from '../symbols/kinds/workload.js';

/** Value of a flag `-name` or `-name=value` of a mirror controller, the last one; `true` when it stands alone. */
export function controllerFlag(controllers: readonly WorkloadSymbol[], name: string): string | undefined {
  let value: string | undefined;
  for (const { containers } of controllers) {
    for (const argument of containers.flatMap((container) => container.args)) {
      const text = argument.value.replace(/^--?/, '');
      if (text === argument.value) continue;
      if (text === name) value = 'true';
      else if (text.startsWith(`${name}=`)) value = text.slice(name.length + 1);
    }
  }
  return value;
}
