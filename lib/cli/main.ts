import { Command, CommanderError } from 'commander';
import { registerCan } from './can.js';
import { registerCheck } from './check.js';
import { registerCredentials } from './credentials.js';
import { registerExplain } from './explain.js';
import { registerInit } from './init.js';
import { registerPlan } from './plan.js';
import { registerPredict } from './predict.js';
import { registerSynth } from './synth.js';
import { registerTemplate } from './template.js';
import { processTerminal, type Terminal } from './terminal.js';

declare const __LINKSPAN_VERSION__: string;

/** What a command gets: where to print, and how to end. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Sets the exit code: 0 clean, 1 diagnostics, 2 usage. */
  readonly exit: (code: number) => void;
}

/**
 * Runs the command line and tells the exit code: 0 clean, 1 diagnostics, 2 usage.
 *
 * `args` are those after the command's own name.
 */
export async function main(args: readonly string[], terminal: Terminal = processTerminal): Promise<number> {
  let code = 0;
  const context: CommandContext = { terminal, exit: (value) => (code = value) };
  const program = new Command('linkspan')
    .description('Compiler and linker for Linkerd multicluster fleets.')
    .version(__LINKSPAN_VERSION__, '-V, --version', 'print the version')
    .showSuggestionAfterError()
    // a command and its subcommand may have flags of one name
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  registerInit(program, context);
  registerSynth(program, context);
  registerCheck(program, context);
  registerExplain(program, context);
  registerPredict(program, context);
  registerCan(program, context);
  registerTemplate(program, context);
  registerCredentials(program, context);
  registerPlan(program, context);
  inheritSettings(program);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
  return code;
}

/** Makes the commands of a command print and fail like it, at any depth. */
function inheritSettings(parent: Command): void {
  for (const command of parent.commands) {
    command.copyInheritedSettings(parent);
    inheritSettings(command);
  }
}
