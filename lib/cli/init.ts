import type { Command } from 'commander';
import { renderDiagnostic } from '../diagnostics/render-text.js';
import type { CommandContext } from './main.js';

/** `linkspan init`: a small working fleet to start from. */
export function registerInit(program: Command, { terminal, exit }: CommandContext): void {
  program
    .command('init')
    .description('write a small working fleet to start from')
    .argument('[dir]', 'folder to write it in', '.')
    .addHelpText(
      'after',
      `
Examples:
  linkspan init                here: config/fleet.yaml and config/values.yaml
  linkspan init mesh && cd mesh && linkspan synth`,
    )
    .action(async (dir: string) => {
      const { writeStarter } = await import('../init/write-starter.js');
      const { written, diagnostics } = writeStarter(dir);
      for (const diagnostic of diagnostics) terminal.err(`${renderDiagnostic(diagnostic)}\n`);
      if (diagnostics.length > 0) {
        exit(1);
        return;
      }
      terminal.out(`${written.map((path) => `wrote ${path}\n`).join('')}next: linkspan synth\n`);
    });
}
