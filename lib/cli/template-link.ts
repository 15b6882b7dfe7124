import type { Command } from 'commander';
import { csvList } from '../link/csv-list.js';
import { linkFlagRules } from '../link/link-flag-rules.js';
import type { WrittenFlags } from '../link/link-flags.js';
import type { CommandContext } from './command-line.js';
import { repeated } from './repeated.js';
import { print, withValues } from './template.js';

interface LinkCommandFlags {
  readonly release: string;
  readonly values: readonly string[];
  readonly set: readonly string[];
  readonly setString: readonly string[];
  readonly ingress: string;
  readonly clusterDomain: string;
  readonly linkerdNamespace?: string;
  readonly [flag: string]: unknown;
}

/** How a flag of the link command is written on a command line. */
const syntax = {
  text: (name: string) => `--${name} <text>`,
  count: (name: string) => `--${name} <number>`,
  output: (name: string) => `-o, --${name} <format>`,
  list: (name: string) => `--${name} <list>`,
  switch: (name: string) => `--${name} [boolean]`,
} as const;

function camelCase(flag: string): string {
  return flag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The flags of the link command that were written, by the names that it knows. */
function writtenFlags(flags: LinkCommandFlags): WrittenFlags {
  const written = Object.keys(linkFlagRules).flatMap((name) => {
    const value = flags[camelCase(name)];
    if (value === undefined) return [];
    return [[name, Array.isArray(value) ? joined(value as string[]) : (value as string | boolean)] as const];
  });
  return Object.fromEntries(written);
}

/** One list of those that a flag was given: each is a list by itself, and an empty one adds nothing. */
function joined(lists: readonly string[]): string {
  const broken = lists.find((list) => csvList(list) === undefined);
  return broken ?? lists.filter((list) => list !== '').join(',');
}

/** `linkspan template link`: what `linkerd multicluster link-gen` prints, from the target's values. */
export function registerTemplateLink(template: Command, context: CommandContext): void {
  const link = withValues(template.command('link'))
    .description('print Secrets and Link for a target cluster, as `linkerd multicluster link-gen` does')
    .requiredOption('--release <release>', 'Linkerd release of the source cluster')
    .option('--ingress <addresses>', "addresses of the target's load balancer, separated by commas", '')
    .option('--cluster-domain <domain>', "the target's cluster domain", 'cluster.local')
    .option(
      '-L, --linkerd-namespace <namespace>',
      "namespace of the target's control plane; that of its values by default",
    );
  for (const [name, { kind, description }] of Object.entries(linkFlagRules)) {
    const flag = name === 'selector' ? `-l, ${syntax[kind](name)}` : syntax[kind](name);
    if (kind === 'list') link.option(flag, description, repeated, undefined);
    else link.option(flag, description);
  }
  link
    .addHelpText(
      'after',
      `
Credentials are the words TOKEN, CA and API-SERVER: replace them, or let your secret store do it.

Examples:
  linkspan template link --release 2.18 --values east.yaml --ingress 203.0.113.7 --cluster-name east
  linkspan template link --release edge-26.8.3 --values east.yaml --gateway-addresses gw.example.com --cluster-name east`,
    )
    .action(async (flags: LinkCommandFlags) => {
      const { renderLink } = await import('../template/render-link.js');
      const { release, values: files, set, setString, ingress, clusterDomain, linkerdNamespace } = flags;
      const request = { release, files, set, setString, ingress, clusterDomain, flags: writtenFlags(flags) };
      await print(
        renderLink({ ...request, ...(linkerdNamespace !== undefined && { linkerdNamespace }) }),
        context,
      );
    });
}
