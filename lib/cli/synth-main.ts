import { runCommandLine, type Starter } from './command-line.js';
import * as run from './run-synth.js';
import { registerSynth } from './synth.js';
import type { Terminal } from './terminal.js';

export { isPrinting } from './terminal.js';

/**
 * The command line of whoever names `synth` first thing, as nearly everybody does: the same as `main`, but in a script
 * that holds nothing else and is loaded as a whole, in three quarters of the time.
 */
export function main(args: readonly string[], terminal?: Terminal, starter?: Starter): Promise<number> {
  return runCommandLine(args, {
    commands: {
      synth: (program, context) => {
        registerSynth(program, context, () => Promise.resolve(run));
      },
    },
    terminal,
    starter,
  });
}
