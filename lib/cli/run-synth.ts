import { hasErrors } from '../diagnostics/diagnostic.js';
import type { ProfileFile } from '../output/profile-file.js';
import type { StageTimes } from '../pipeline/stages.js';
import { synthFleet, type SynthResult } from '../pipeline/synth-fleet.js';
import type { CommandContext } from './command-line.js';
import { printDiagnostics } from './print-diagnostics.js';
import { watchRun } from './watch-run.js';

/** What the command line says of a run. */
export interface SynthFlags {
  readonly config: string;
  readonly out?: string;
  readonly check?: boolean;
  readonly quiet?: boolean;
  readonly profile?: string;
  readonly allowRemove: readonly string[];
}

/** What measures a run, which costs a fiftieth of it, and takes what it measured. */
export interface Profile {
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
export async function synth(
  flags: SynthFlags,
  { terminal, starter }: CommandContext,
  profile?: Profile,
): Promise<number> {
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
