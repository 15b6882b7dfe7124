import type { Command } from 'commander';
import type { CommandContext } from './command-line.js';
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
  linkspan init                here: config/fleet.yaml, config/values.yaml and .gitattributes
  linkspan init mesh && cd mesh && linkspan synth`,
    )
    .action(async (dir: string) => {
      const { writeStarter } = await import('../init/write-starter.js');
      const { written, toAdd, diagnostics } = writeStarter(dir);
      await printDiagnostics(diagnostics, terminal);
      if (diagnostics.length > 0) {
        exit(1);
        return;
      }
      const lines = [
        ...written.map((path) => `wrote ${path}`),
        ...(toAdd === undefined ? [] : [`add \`${toAdd.line}\` to ${toAdd.file}`]),
        `next: ${dir === '.' ? '' : `cd ${dir} && `}linkspan synth`,
      ];
      terminal.out(`${lines.join('\n')}\n`);
    });
}
