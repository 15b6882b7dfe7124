import { type Command, Option } from 'commander';
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.js';
import type { CheckResult } from '../pipeline/check-manifests.js';
import type { Summary } from '../diagnostics/summary.js';
import type { CommandContext } from './command-line.js';
import { repeated } from './repeated.js';

type Format = 'text' | 'json' | 'sarif' | 'github';

interface CheckFlags {
  readonly config?: string;
  readonly values: readonly string[];
  readonly cluster: readonly string[];
  readonly argocd: readonly string[];
  readonly fleet?: string;
  readonly release?: string;
  readonly format: Format;
  readonly severity: Severity;
  readonly only: readonly string[];
  readonly skip: readonly string[];
}

declare const __LINKSPAN_VERSION__: string;

/** `linkspan check`: the linker over manifests of any origin. Exits 1 when it found an error. */
export function registerCheck(program: Command, { terminal, starter, exit }: CommandContext): void {
  program
    .command('check')
    .description('find references that do not resolve across the fleet, in our manifests or anyone’s')
    .argument(
      '[dir...]',
      'our output folder, or a folder with one folder of manifests per cluster; the fleet in config/ when nothing is given',
    )
    .option('--config <dir>', 'check the fleet of this folder, as synth would make it (default: config)')
    .option(
      '--cluster <name=path>',
      'manifests of a cluster: a file, a folder or - (repeatable)',
      repeated,
      [],
    )
    .option(
      '--values <name=file>',
      'chart values of a cluster, merged left to right (repeatable)',
      repeated,
      [],
    )
    .option('--argocd <path>', 'ApplicationSets, Applications and AppProjects (repeatable)', repeated, [])
    .option('--fleet <file>', 'facts that no manifest holds: a fleet file, whole or in part')
    .option('--release <release>', 'the Linkerd release that runs, when no manifest tells')
    .addOption(
      new Option('--format <format>', 'how to print')
        .choices(['text', 'json', 'sarif', 'github'])
        .default('text'),
    )
    .addOption(
      new Option('--severity <severity>', 'the mildest to print')
        .choices(['error', 'warning', 'info'])
        .default('info'),
    )
    .option('--only <code>', 'print this code alone (repeatable)', repeated, [])
    .option('--skip <code>', 'leave this code out (repeatable)', repeated, [])
    .addHelpText(
      'after',
      `
Examples:
  linkspan check                                     the fleet in config/, before it is written
  linkspan check manifests/                          each folder below is a cluster
  helm template … | linkspan check --cluster east=-  one cluster from standard input
  linkspan check manifests/ --cluster east=viz.yaml  more of one cluster
  linkspan check manifests/ --values east=base.yaml --values east=east.yaml
  linkspan check dist --format sarif                 for code scanning`,
    )
    .action(async (folders: readonly string[], flags: CheckFlags) => {
      starter.expect?.('streaming');
      const result = await resultOf(folders, flags);
      if (result.usage !== undefined) {
        terminal.err(`error: ${result.usage}\n`);
        exit(2);
        return;
      }
      const { explained } = await import('../diagnostics/explained.js');
      const { redactDiagnostic } = await import('../guards/redact.js');
      const told = result.diagnostics.map((diagnostic) => explained(redactDiagnostic(diagnostic)));
      terminal.out(await formatted(flags.format, told, result.summary));
      exit(result.summary.errors > 0 ? 1 : 0);
    });
}

/** Checks what was given: manifests and values of anyone, else the fleet of a configuration folder. */
async function resultOf(folders: readonly string[], flags: CheckFlags): Promise<CheckResult> {
  const { checkManifests, unknownCode } = await import('../pipeline/check-manifests.js');
  const given = [...folders, ...flags.cluster, ...flags.values, ...flags.argocd];
  if (given.length > 0) {
    if (flags.config === undefined) return checkManifests({ ...flags, folders, clusters: flags.cluster });
    return { usage: 'give either --config or manifests; --fleet FILE tells facts about manifests' };
  }
  const unknown = unknownCode(flags);
  if (unknown !== undefined) return { usage: `there is no code ${unknown}` };
  if (flags.fleet !== undefined || flags.release !== undefined)
    return {
      usage: '--fleet and --release tell facts about manifests; give a folder, or --cluster NAME=PATH',
    };
  const { checkFleet } = await import('../pipeline/check-fleet.js');
  return checkFleet(flags.config ?? 'config', flags);
}

async function formatted(
  format: Format,
  diagnostics: readonly Diagnostic[],
  summary: Summary,
): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../diagnostics/formats/json.js')).formatJson(diagnostics, summary);
    case 'github':
      return (await import('../diagnostics/formats/github.js')).formatGithub(diagnostics);
    case 'sarif': {
      const { formatSarif } = await import('../diagnostics/formats/sarif.js');
      const { describeCode } = await import('../checks/describe.js');
      return formatSarif(diagnostics, __LINKSPAN_VERSION__, describeCode);
    }
    case 'text': {
      const { formatText } = await import('../diagnostics/formats/text.js');
      const { sourceFrames } = await import('../diagnostics/source-frames.js');
      const { redact } = await import('../guards/redact.js');
      const { withoutSecretValues } = await import('../guards/secret-lines.js');
      return formatText(diagnostics, summary, sourceFrames(redact, withoutSecretValues));
    }
  }
}
