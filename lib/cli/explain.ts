import type { Command } from 'commander';
import { rulePage } from '../checks/rule-page.js';
import { rules } from '../checks/rules/index.js';
import { codeCatalogue } from '../diagnostics/codes/index.js';
import type { CommandResult } from './check.js';

/** Adds `explain CODE`, which prints the rule’s page of `docs/rules.md`; without a code, the list of codes. */
export function registerExplain(program: Command, done: (result: CommandResult) => void): void {
  program
    .command('explain')
    .description('what a diagnostic means, what happens if it is ignored, and how to fix it')
    .argument('[code]', 'a code such as PROBE_SERVICE_PORT')
    .action((code: string | undefined) => {
      done(code === undefined ? listCodes() : explainCode(code));
    });
}

function explainCode(code: string): CommandResult {
  const page = rulePage(code.toUpperCase());
  if (page !== undefined) return { stdout: page, stderr: '', exitCode: 0 };
  return {
    stdout: '',
    stderr: `error: there is no code ${code}; \`linkspan explain\` lists them\n`,
    exitCode: 2,
  };
}

function listCodes(): CommandResult {
  const severities = new Map<string, string>(rules.map((rule) => [rule.code, rule.severity]));
  const rows = Object.entries(codeCatalogue).map(
    ([code, { title }]) => `${code.padEnd(28)} ${(severities.get(code) ?? '').padEnd(8)} ${title}\n`,
  );
  return { stdout: rows.join(''), stderr: '', exitCode: 0 };
}
