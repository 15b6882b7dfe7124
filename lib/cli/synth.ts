import type { Command } from 'commander';
import type { CommandContext } from './command-line.js';
import { printDiagnostics } from './print-diagnostics.js';
import { repeated } from './repeated.js';
import type { synth, SynthFlags } from './run-synth.js';

/** `linkspan synth`: the configuration folder in, the output folder out. `load` brings what it runs. */
export function registerSynth(
  program: Command,
  context: CommandContext,
  load: () => Promise<{ readonly synth: typeof synth }>,
): void {
  const { terminal, exit } = context;
  program
    .command('synth')
    .description('write everything each cluster needs, or nothing while an error stands')
    .option('--config <dir>', 'folder of fleet.yaml and the values files', 'config')
    .option(
      '--out <dir>',
      'output folder (default: the `output` of the fleet file, else dist)',
      process.env.CDK8S_OUTDIR,
    )
    .option('--check', 'write nothing; exit 1 and list what differs if the output is stale')
    .option(
      '--allow-remove <name>',
      'let a cluster, Link, account, Namespace or CRD vanish, as cluster/name where several are called so (repeatable)',
      repeated,
      [],
    )
    .option('--quiet', 'print diagnostics only')
    .option('--profile <file>', 'write how long each stage took, as JSON')
    .addHelpText(
      'after',
      `
Examples:
  linkspan synth                         config/ → dist/
  linkspan synth --check                 in CI: is the committed dist/ what config/ says?
  linkspan synth --config prod --out /tmp/preview
  linkspan synth --allow-remove staging  take a cluster out of the fleet
  linkspan synth --allow-remove east/hub take the Link of east to hub out of it`,
    )
    .action(async (flags: SynthFlags) => {
      // what a shell makes of a variable that is not set
      if (flags.out === '') {
        terminal.err('error: the output folder has an empty name; `.` is the working directory\n');
        exit(2);
        return;
      }
      const { synth: run } = await load();
      if (flags.profile === undefined) {
        exit(await run(flags, context));
        return;
      }
      const { openProfile } = await import('../output/profile-file.js');
      const { file, diagnostics } = openProfile(flags.profile);
      await printDiagnostics(diagnostics, terminal);
      if (file === undefined) {
        exit(1);
        return;
      }
      try {
        const { StageTimes } = await import('../pipeline/stages.js');
        exit(await run(flags, context, { file, times: new StageTimes() }));
      } finally {
        file.close();
      }
    });
}
