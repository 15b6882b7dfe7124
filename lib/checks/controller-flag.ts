import type { WorkloadSymbol } from '../symbols/kinds/workload.js';

/** Value of a flag `-name` or `-name=value` of a mirror controller, the last one; `true` when it stands alone. */
export function controllerFlag(controllers: readonly WorkloadSymbol[], name: string): string | undefined {
  let value: string | undefined;
  for (const { containers } of controllers) {
    for (const { args } of containers) {
      for (const { value: text } of args) {
        const start = text.startsWith('--') ? 2 : 1;
        const end = start + name.length;
        if (!text.startsWith('-') || !text.startsWith(name, start)) continue;
        if (text.length === end) value = 'true';
        else if (text[end] === '=') value = text.slice(end + 1);
      }
    }
  }
  return value;
}
