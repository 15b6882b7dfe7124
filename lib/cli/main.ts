import { registerCan } from './can.js';
import { registerCheck } from './check.js';
import { runCommandLine, type Registration, type Starter } from './command-line.js';
import { registerCredentials } from './credentials.js';
import { registerExplain } from './explain.js';
import { registerInit } from './init.js';
import { registerPlan } from './plan.js';
import { registerPredict } from './predict.js';
import { registerSynth } from './synth.js';
import { registerTemplate } from './template.js';
import type { Terminal } from './terminal.js';

export { isPrinting } from './terminal.js';

/** What makes each command known, in the order of the help. */
const commands: Readonly<Record<string, Registration>> = {
  init: registerInit,
  synth: (program, context) => {
    registerSynth(program, context, () => import('./run-synth.js'));
  },
  check: registerCheck,
  explain: registerExplain,
  predict: registerPredict,
  can: registerCan,
  template: registerTemplate,
  credentials: registerCredentials,
  plan: registerPlan,
};

/** The command line with all its commands, each loaded when it is run; see `runCommandLine`. */
export function main(args: readonly string[], terminal?: Terminal, starter?: Starter): Promise<number> {
  return runCommandLine(args, { commands, terminal, starter });
}
