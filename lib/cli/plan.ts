import type { Command } from 'commander';
import type { PlanKind } from '../plan/plan-link.js';
import { parseLinkName } from './link-name.js';
import type { CommandContext } from './command-line.js';
import { printDiagnostics } from './print-diagnostics.js';

const examples = `
Examples:
  linkspan plan rotate east/hub     replace the credential of east for hub
  linkspan plan unlink east/hub     take the Link away and leave nothing behind`;

/** `linkspan plan`: the ordered commits of a change that takes more than one, and what to check between them. */
export function registerPlan(program: Command, context: CommandContext): void {
  const plan = program
    .command('plan')
    .description('print the ordered commits of a change, each with what to check before the next')
    .addHelpText('after', examples);
  const kinds: Readonly<Record<PlanKind, string>> = {
    rotate: 'replace the credential of a Link',
    unlink: 'take a Link away and leave nothing behind',
  };
  for (const [kind, description] of Object.entries(kinds) as [PlanKind, string][]) {
    plan
      .command(kind)
      .description(description)
      .argument('<source/target>', 'the Link')
      .option('--config <dir>', 'folder of the fleet file', 'config')
      .addHelpText('after', examples)
      .action((link: string, { config }: { config: string }) => print(kind, link, config, context));
  }
}

async function print(
  kind: PlanKind,
  text: string,
  config: string,
  { terminal, exit }: CommandContext,
): Promise<void> {
  const { openFleet } = await import('../pipeline/open-fleet.js');
  const { opened, diagnostics } = openFleet(config);
  if (opened === undefined) {
    await printDiagnostics(diagnostics, terminal);
    exit(1);
    return;
  }
  const { planLink } = await import('../plan/plan-link.js');
  const { renderPlan } = await import('../plan/render-plan.js');
  const name = parseLinkName(text);
  const plan = name === undefined ? undefined : planLink(kind, opened, name);
  if (plan === undefined) {
    terminal.err(`error: the fleet has no Link ${text}; write SOURCE/TARGET\n`);
    exit(2);
    return;
  }
  terminal.out(renderPlan(plan));
}
