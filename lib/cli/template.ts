import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Hooks } from '../chart/chart.js';
import { csvList } from '../link/csv-list.js';
import type { Rendered } from '../template/render-template.js';
import type { CommandContext } from './command-line.js';
import { printDiagnostics } from './print-diagnostics.js';
import { repeated } from './repeated.js';
import { registerTemplateLink } from './template-link.js';

interface TemplateFlags {
  readonly release?: string;
  readonly values: readonly string[];
  readonly set: readonly string[];
  readonly setString: readonly string[];
  readonly namespace: string;
  readonly exact?: boolean;
  readonly hooks?: Hooks;
}

/** Prints what was rendered, diagnostics apart from it, and ends with 1 where an error forbade it. */
export async function print(
  { text, diagnostics }: Rendered,
  { terminal, exit }: CommandContext,
): Promise<void> {
  await printDiagnostics(diagnostics, terminal);
  terminal.out(text);
  exit(diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0);
}

/** Gathers the files of a flag that Helm reads as CSV. */
function listed(value: string, before: readonly string[]): readonly string[] {
  const files = csvList(value);
  if (files === undefined)
    throw new InvalidArgumentError('Quotes stand around a whole name, as in CSV: "a,b.yaml".');
  return [...before, ...files];
}

/** Values as Helm takes them. */
export function withValues(command: Command): Command {
  return command
    .option(
      '-f, --values <file>',
      'values files separated by commas, - for standard input (repeatable, the last wins)',
      listed,
      [],
    )
    .option('--set <key=value>', 'one value or several, as for Helm (repeatable)', repeated, [])
    .option('--set-string <key=value>', 'like --set, but the value stays text (repeatable)', repeated, []);
}

/** `linkspan template`: the upstream chart's objects, without Helm or a cluster. */
export function registerTemplate(program: Command, context: CommandContext): void {
  const template = program
    .command('template')
    .description("print the upstream chart's objects, as `helm template` renders them")
    .option('--release <release>', 'Linkerd release, such as 2.18 or edge-26.8.3');
  withValues(template)
    .option('-n, --namespace <namespace>', 'release namespace', 'linkerd-multicluster')
    .option('--exact', 'exactly what Helm prints: hooks and empty fields included, in its order')
    .addOption(
      new Option(
        '--hooks <what>',
        'the namespace-metadata Job and its accounts (default: drop; keep with --exact)',
      ).choices(['keep', 'drop', 'plain']),
    )
    .addHelpText(
      'after',
      `
The Job that labels the Namespace is left out, unless --exact or --hooks asks for it. Give the Namespace its labels
yourself: linkerd.io/extension=multicluster, and pod-security.kubernetes.io/enforce=privileged (restricted with CNI).

Examples:
  linkspan template --release 2.18 --values values.yaml
  linkspan template --release edge-26.8.3 -f values.yaml -f values-prod.yaml --set gateway.replicas=3
  diff <(helm template … | yq …) <(linkspan template --release 2.20 -f values.yaml --exact | yq …)`,
    )
    .action(async (flags: TemplateFlags) => {
      const { release, values: files, set, setString, namespace, exact = false, hooks } = flags;
      // not a required option of commander's, as `link` would have to repeat it before its own name
      if (release === undefined) {
        template.error("error: required option '--release <release>' not specified");
        return;
      }
      const { renderTemplate } = await import('../template/render-template.js');
      const request = { release, files, set, setString, namespace: namespace || 'default', isExact: exact };
      await print(renderTemplate({ ...request, ...(hooks !== undefined && { hooks }) }), context);
    });
  registerTemplateLink(template, context);
}
