import type { Command } from 'commander';
import { withGivenOptions, type GivenFlags } from './given-options.js';
import type { CommandContext } from './command-line.js';
import { printDiagnostics } from './print-diagnostics.js';
import { repeated } from './repeated.js';

interface PredictFlags extends GivenFlags {
  readonly before: readonly string[];
  readonly beforeCluster: readonly string[];
}

/**
 * `linkspan predict`: which mirror Services appear where, and why others do not.
 *
 * Exits 1 on unreadable manifests; predicts nothing where none could be read, or the fleet file could not.
 */
export function registerPredict(program: Command, { terminal, exit }: CommandContext): void {
  const command = program
    .command('predict')
    .description('which mirror Services the controllers will make, and why others are missing')
    .argument(
      '[dir...]',
      'our output folder, or a folder with one folder of manifests per cluster (default: what synth writes, dist)',
    );
  withGivenOptions(command)
    .option(
      '--before <dir|revision>',
      'compare with an older state: a folder (repeatable), or else a Git revision of the same paths',
      repeated,
      [],
    )
    .option(
      '--before-cluster <name=path>',
      'like --cluster, for the older state (default: the same)',
      repeated,
      [],
    )
    .addHelpText(
      'after',
      `
Examples:
  linkspan predict dist --cluster east=apps/east     our Links, somebody's Services
  linkspan predict --cluster east=east.yaml --cluster west=west.yaml
  linkspan predict --before main                     what this branch does to mirrors
  linkspan predict new/ --before old/                what changes, and what stays stale

--cluster adds to our output where it names a cluster of it; name a folder to read that one instead.
An object that is given twice counts as given last. Of a revision, what Git does not keep is
read as it is now.`,
    )
    .action(async (folders: readonly string[], flags: PredictFlags) => {
      const { readGivenClusters } = await import('../pipeline/given-clusters.js');
      const now = readGivenClusters({ ...flags, folders, clusters: flags.cluster });
      const isComparison = flags.before.length + flags.beforeCluster.length > 0;
      const { readOlderClusters } = await import('../pipeline/older-clusters.js');
      const old = isComparison
        ? readOlderClusters({ ...flags, folders, clusters: flags.cluster })
        : undefined;
      const usage = now.usage ?? old?.usage;
      if (usage !== undefined || now.usage !== undefined || old?.usage !== undefined) {
        terminal.err(`error: ${usage ?? ''}\n`);
        exit(2);
        return;
      }
      const diagnostics = [...now.diagnostics, ...(old?.diagnostics ?? [])];
      await printDiagnostics(diagnostics, terminal);
      // beside nothing, all would look new or gone
      if (now.isUnread || old?.isUnread === true) {
        exit(1);
        return;
      }
      if (old === undefined) {
        const { predict, renderPrediction } = await import('../simulator/prediction-command.js');
        terminal.out(renderPrediction(predict(now.input), flags.format));
      } else {
        const { compare, renderComparison } = await import('../simulator/prediction-command.js');
        terminal.out(renderComparison(compare(old.input, now.input), flags.format));
      }
      exit(diagnostics.some((d) => d.severity === 'error') ? 1 : 0);
    });
}
