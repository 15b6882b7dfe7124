import { diagnosticExamples } from '../diagnostic-examples.js';
import type { CommandExample } from './command-example.js';
import { commandExamples } from './command-examples.js';
import { ruleExample } from './rule-examples.js';

/** Commands that make a code be reported; undefined for a code that has no example. */
export function exampleOf(code: string): CommandExample | undefined {
  const input = diagnosticExamples[code];
  if (input === undefined) return commandExamples[code] ?? ruleExample(code);
  const files = Object.fromEntries(
    Object.entries(input).map(([name, content]) => [`config/${name}`, content]),
  );
  return { steps: [{ args: ['synth', '--quiet'], files }] };
}
