import type { Command } from 'commander';
import type { CommandContext } from './command-line.js';

/** `linkspan explain CODE`: the rule’s page of `docs/rules.md`; without a code, the list of codes. */
export function registerExplain(program: Command, { terminal, exit }: CommandContext): void {
  program
    .command('explain')
    .description('what a diagnostic means, what happens if it is ignored, and how to fix it')
    .argument('[code]', 'a code such as PROBE_SERVICE_PORT')
    .addHelpText(
      'after',
      `
Examples:
  linkspan explain PROBE_SERVICE_PORT  why it matters, how it shows, what to write instead
  linkspan explain                     every code with its severity`,
    )
    .action(async (code: string | undefined) => {
      const { codeList, rulePage } = await import('../checks/rule-page.js');
      const text = code === undefined ? codeList() : rulePage(code.toUpperCase());
      if (text !== undefined) {
        terminal.out(text);
        return;
      }
      terminal.err(`error: there is no code ${code ?? ''}; \`linkspan explain\` lists them\n`);
      exit(2);
    });
}
