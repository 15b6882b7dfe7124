import { workingExample, type ExampleFiles } from '../diagnostic-examples.js';
import type { CommandExample, CommandStep } from './command-example.js';

/** The fleet file of the working example. */
export const fleet = String(workingExample['fleet.yaml']);
/** Its values. */
export const values = String(workingExample['values.yaml']);
/** A synth that tells of nothing but mistakes. */
export const quietly = ['synth', '--quiet'];

function config(files: ExampleFiles): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`config/${name}`, String(text)]));
}

/** All its files, where synth reads them. */
export const working = config(workingExample);

/** One run of synth on the working fleet with other files in place of some of its own. */
export function synth(files: Readonly<Record<string, string>>): CommandExample {
  return { steps: [{ args: quietly, files: { ...working, ...files } }] };
}

/** One run of synth with text of the fleet file replaced. */
export function spoiled(
  from: string,
  to: string,
  more: Readonly<Record<string, string>> = {},
): CommandExample {
  if (!fleet.includes(from)) throw new Error(`the working fleet has no ${from}`);
  return synth({ 'config/fleet.yaml': fleet.replace(from, to), ...more });
}

/** A run of synth on what stands after a run on the working fleet and further changes. */
export function again(step: Partial<CommandStep>): CommandExample {
  return {
    steps: [
      { args: quietly, files: working },
      { args: quietly, ...step },
    ],
  };
}
