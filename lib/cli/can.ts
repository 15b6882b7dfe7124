import type { Command } from 'commander';
import type { Caller } from '../simulator/reach/reach.js';
import type { ServiceQuery } from '../simulator/reach/find-service.js';
import { withGivenOptions, type GivenFlags } from './given-options.js';
import type { CommandContext } from './command-line.js';
import { printDiagnostics } from './print-diagnostics.js';
import { repeated } from './repeated.js';

interface CanFlags extends GivenFlags {
  readonly dir: readonly string[];
}

/**
 * `linkspan can A reach B`: yes, no or cannot tell, with the chain that says so. Exits 0 on yes, else 1.
 *
 * No answer where nothing could be read, or the fleet file could not.
 */
export function registerCan(program: Command, { terminal, exit }: CommandContext): void {
  const command = program
    .command('can')
    .description('whether a workload reaches a Service of another cluster, and where the chain breaks')
    .argument('<caller>', 'SOURCE/NAMESPACE, or SOURCE/NAMESPACE/WORKLOAD')
    .argument('<reach>', 'the word `reach`')
    .argument('<service>', 'TARGET/SERVICE, or TARGET/NAMESPACE/SERVICE')
    .option(
      '--dir <dir>',
      'our output folder, or one with a folder per cluster (repeatable; default: what synth writes, dist)',
      repeated,
      [],
    );
  withGivenOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  linkspan can west/shop/cart reach east/web --cluster east=apps/east --cluster west=apps/west
  linkspan can west/shop reach east/shop/web --dir dist --cluster east=apps/east

--cluster adds to our output where it names a cluster of it; --dir reads another folder instead.
An object that is given twice counts as given last.`,
    )
    .action(async (callerText: string, word: string, serviceText: string, flags: CanFlags) => {
      const caller = parseCaller(callerText);
      const query = parseService(serviceText);
      if (caller === undefined || query === undefined || word !== 'reach') {
        terminal.err('error: write `can SOURCE/NAMESPACE[/WORKLOAD] reach TARGET[/NAMESPACE]/SERVICE`\n');
        exit(2);
        return;
      }
      const { readGivenClusters } = await import('../pipeline/given-clusters.js');
      const given = readGivenClusters({ ...flags, folders: flags.dir, clusters: flags.cluster });
      if (given.usage !== undefined) {
        terminal.err(`error: ${given.usage}\n`);
        exit(2);
        return;
      }
      await printDiagnostics(given.diagnostics, terminal);
      if (given.isUnread) {
        exit(1);
        return;
      }
      const { reach, renderReach } = await import('../simulator/reach-command.js');
      const answer = reach(given.input, caller, query);
      terminal.out(renderReach(`can ${callerText} reach ${serviceText}`, answer, flags.format));
      exit(answer.answer === 'yes' ? 0 : 1);
    });
}

function parts(text: string): readonly string[] {
  const split = text.split('/');
  return split.every((part) => part !== '') ? split : [];
}

function parseCaller(text: string): Caller | undefined {
  const [source, namespace, workload, ...rest] = parts(text);
  if (source === undefined || namespace === undefined || rest.length > 0) return undefined;
  return workload === undefined ? { source, namespace } : { source, namespace, workload };
}

function parseService(text: string): ServiceQuery | undefined {
  const [target, second, third, ...rest] = parts(text);
  if (target === undefined || second === undefined || rest.length > 0) return undefined;
  return third === undefined ? { target, service: second } : { target, namespace: second, service: third };
}
