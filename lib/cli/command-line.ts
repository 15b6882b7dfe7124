import { Command, CommanderError } from 'commander';
import { endUnprinted, PrintError, processTerminal, type Terminal } from './terminal.js';

declare const __LINKSPAN_VERSION__: string;

/** What whoever starts the command line can do for it. */
export interface Starter {
  /** Script of the thread that writes large fleets. @default there is none */
  readonly thread?: string;
  /**
   * Is told what the run is about to do: to read a large fleet, or to stream manifests; of few clusters, so that the run
   * is brief, or of many in regions, which is told after each of them as well.
   */
  readonly expect?: (work: 'reading' | 'streaming' | 'brief' | 'regions') => void;
}

/** What a command gets: where to print, who started it, and how to end. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly starter: Starter;
  /** Sets the exit code: 0 clean, 1 diagnostics, 2 usage. */
  readonly exit: (code: number) => void;
}

/** Makes a command known. */
export type Registration = (program: Command, context: CommandContext) => void;

/** What the command line is run with, besides its arguments. */
export interface CommandLine {
  /** By name, in the order of the help. */
  readonly commands: Readonly<Record<string, Registration>>;
  /** @default the process's own streams */
  readonly terminal?: Terminal | undefined;
  readonly starter?: Starter | undefined;
}

/**
 * Runs the command line and tells the exit code: 0 clean, 1 diagnostics or nowhere to print, 2 usage.
 *
 * `args` are those after the command's own name.
 */
export async function runCommandLine(
  args: readonly string[],
  { commands, terminal = processTerminal, starter = {} }: CommandLine,
): Promise<number> {
  let code = 0;
  const context: CommandContext = { terminal, starter, exit: (value) => (code = value) };
  const program = new Command('linkspan')
    .description('Compiler and linker for Linkerd multicluster fleets.')
    .version(__LINKSPAN_VERSION__, '-V, --version', 'print the version')
    .showSuggestionAfterError()
    // a command and its subcommand may have flags of one name
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  const [name = ''] = args;
  // whoever names a command first thing needs no other one; help and suggestions need all
  const wanted = Object.hasOwn(commands, name) ? [name] : Object.keys(commands);
  for (const each of wanted) commands[each]?.(program, context);
  inheritSettings(program);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof PrintError) {
      endUnprinted(error, terminal);
      return 1;
    }
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
