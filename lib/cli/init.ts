import type { Command } from 'commander';
import type { CommandContext } from './main.js';
import { printDiagnostics } from './print-diagnostics.js';

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
      await printDiagnostics(diagnostics, terminal);
      if (diagnostics.length > 0) {
        exit(1);
        return;
      }
      terminal.out(
        `${written.map((path) => `wrote ${path}\n`).join('')}next: ${dir === '.' ? '' : `cd ${dir} && `}linkspan synth\n`,
      );
    });
}
