import { type Command, Option } from 'commander';
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.js';
import type { Summary } from '../diagnostics/summary.js';
import type { CommandContext } from './main.js';

type Format = 'text' | 'json' | 'sarif' | 'github';

interface CheckFlags {
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
export function registerCheck(program: Command, { terminal, exit }: CommandContext): void {
  program
    .command('check')
    .description('find references that do not resolve across the fleet, in our manifests or anyone’s')
    .argument('[dir...]', 'our output folder, or a folder with one folder of manifests per cluster')
    .option(
      '--cluster <name=path>',
      'manifests of a cluster: a file, a folder or - (repeatable)',
      collect,
      [],
    )
    .option('--argocd <path>', 'ApplicationSets, Applications and AppProjects (repeatable)', collect, [])
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
    .option('--only <code>', 'print this code alone (repeatable)', collect, [])
    .option('--skip <code>', 'leave this code out (repeatable)', collect, [])
    .addHelpText(
      'after',
      `
Examples:
  linkspan check manifests/                          each folder below is a cluster
  helm template … | linkspan check --cluster east=-  one cluster from standard input
  linkspan check manifests/ --cluster east=viz.yaml  more of one cluster
  linkspan check dist --format sarif                 for code scanning`,
    )
    .action(async (folders: readonly string[], flags: CheckFlags) => {
      const { checkManifests } = await import('../pipeline/check-manifests.js');
      const result = checkManifests({ ...flags, folders, clusters: flags.cluster });
      if (result.usage !== undefined) {
        terminal.err(`error: ${result.usage}\n`);
        exit(2);
        return;
      }
      terminal.out(await formatted(flags.format, result.diagnostics, result.summary));
      exit(result.summary.errors > 0 ? 1 : 0);
    });
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
      const { sourceReader } = await import('../diagnostics/source-reader.js');
      return formatText(diagnostics, summary, sourceReader());
    }
  }
}

function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}
