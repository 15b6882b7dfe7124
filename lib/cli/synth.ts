import type { Command } from 'commander';
import { hasErrors } from '../diagnostics/diagnostic.js';
import type { ProfileFile } from '../output/profile-file.js';
import type { StageTimes } from '../pipeline/stages.js';
import type { SynthResult } from '../pipeline/synth-fleet.js';
import type { CommandContext } from './main.js';
import { printDiagnostics } from './print-diagnostics.js';
import { repeated } from './repeated.js';

interface SynthFlags {
  readonly config: string;
  readonly out?: string;
  readonly check?: boolean;
  readonly quiet?: boolean;
  readonly profile?: string;
  readonly allowRemove: readonly string[];
}

/** `linkspan synth`: the configuration folder in, the output folder out. */
export function registerSynth(program: Command, context: CommandContext): void {
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
      if (flags.profile === undefined) {
        exit(await synth(flags, context));
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
        exit(await synth(flags, context, { file, times: new StageTimes() }));
      } finally {
        file.close();
      }
    });
}

/** What measures a run, which costs a fiftieth of it, and takes what it measured. */
interface Profile {
  readonly file: ProfileFile;
  readonly times: StageTimes;
}

/** Bytes of a configuration that is read in a moment, as that of a thousand clusters with their values. */
const fewBytes = 1 << 20;

/** With fewer clusters and Links the run is over in a third of a second. */
const fewParts = 400;

/** Clusters and Links whose memory is worth more than their time. */
const manyParts = 3000;

/** One run; tells the exit code. A run that was interrupted leaves the profile as it was too. */
async function synth(
  flags: SynthFlags,
  { terminal, starter }: CommandContext,
  profile?: Profile,
): Promise<number> {
  const { synthFleet } = await import('../pipeline/synth-fleet.js');
  const { watchRun } = await import('./watch-run.js');
  const run = watchRun();
  let isInRegions = false;
  const result = await synthFleet({
    ...flags,
    check: flags.check ?? false,
    thread: starter.thread,
    onRead: (bytes) => {
      starter.expect?.(bytes < fewBytes ? 'brief' : 'reading');
    },
    onOpen: (size, regions) => {
      isInRegions = size >= manyParts && regions > 1;
      starter.expect?.(isInRegions ? 'regions' : size < fewParts ? 'brief' : 'streaming');
    },
    onRegion: () => {
      if (isInRegions) starter.expect?.('regions');
    },
    ...run.listener,
    ...(profile !== undefined && { inStage: profile.times.measure }),
  });
  const signal = run.end();
  if (result.isCutShort === true && signal !== undefined) {
    terminal.err(`interrupted by ${signal.name}: ${result.out ?? 'the output'}/ is as it was\n`);
    return signal.exitCode;
  }
  const diagnostics = [...result.diagnostics, ...(profile?.file.write(profile.times.report()) ?? [])];
  if (diagnostics.length > 0) {
    const { sourceFrames } = await import('../diagnostics/source-frames.js');
    const { redact } = await import('../guards/redact.js');
    const { withoutSecretValues } = await import('../guards/secret-lines.js');
    await printDiagnostics(diagnostics, terminal, sourceFrames(redact, withoutSecretValues));
  }
  if (flags.quiet !== true && result.files !== undefined) terminal.out(summary(result, flags.check));
  return hasErrors(diagnostics) ? 1 : 0;
}

function summary(
  { clusters, links, objects, files, out }: SynthResult,
  isCheck: boolean | undefined,
): string {
  if (files === undefined || out === undefined) return '';
  const of = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
  const counts = `${of(clusters, 'cluster')}, ${of(links, 'Link')}, ${of(objects, 'object')}`;
  const changes = `${of(files.new, 'file')} new, ${files.changed} changed, ${files.removed} removed, ${files.unchanged} unchanged`;
  return `${counts}\n${out}/: ${changes}${isCheck === true ? ' (checked, nothing written)' : ''}\n`;
}
