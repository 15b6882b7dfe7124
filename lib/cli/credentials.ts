import type { Command } from 'commander';
import type { Finding } from '../credentials/verdict.js';
import { parseLinkName } from './link-name.js';
import type { CommandContext } from './command-line.js';
import { printDiagnostics } from './print-diagnostics.js';

interface VerifyFlags {
  readonly link?: string;
  readonly config: string;
  readonly at?: string;
}

const marks: Readonly<Record<Finding['level'], string>> = {
  ok: 'ok     ',
  note: 'note   ',
  risk: 'RISK   ',
  problem: 'PROBLEM',
};

/** `linkspan credentials verify`: would Linkerd accept a Secret or kubeconfig? Nothing secret is printed. */
export function registerCredentials(program: Command, context: CommandContext): void {
  const examples = `
Examples:
  kubectl -n linkerd-multicluster get secret cluster-credentials-hub -o yaml | linkspan credentials verify -
  linkspan credentials verify kubeconfig --link east/hub
  linkspan credentials verify secret.yaml --at 2027-01-01T00:00:00Z`;
  const credentials = program
    .command('credentials')
    .description('what can be told about the credentials of Links')
    .addHelpText('after', examples);
  credentials
    .command('verify')
    .description('say whether Linkerd would accept a Secret or kubeconfig; prints nothing secret')
    .argument('<file>', 'file to read; `-` reads standard input')
    .option('--link <source/target>', 'hold it against this Link of the fleet')
    .option('--config <dir>', 'folder of the fleet file, for --link', 'config')
    .option('--at <time>', 'judge expiry at this time, as 2027-01-01T00:00:00Z; otherwise it is only told')
    .addHelpText('after', examples)
    .action((file: string, flags: VerifyFlags) => verify(file, flags, context));
}

async function verify(file: string, flags: VerifyFlags, { terminal, exit }: CommandContext): Promise<void> {
  const usage = (message: string): void => {
    terminal.err(`error: ${message}\n`);
    exit(2);
  };
  const atSeconds = flags.at === undefined ? undefined : timeOf(flags.at);
  if (flags.at !== undefined && atSeconds === undefined) {
    usage(`--at ${flags.at} is no time; write 2027-01-01T00:00:00Z`);
    return;
  }
  const { verifyCredentials } = await import('../credentials/verify.js');
  const { expectationOf } = await import('../credentials/expectation.js');
  let expected = {};
  if (flags.link !== undefined) {
    const link = parseLinkName(flags.link);
    const { openFleet } = await import('../pipeline/open-fleet.js');
    const { opened, diagnostics } = openFleet(flags.config);
    if (opened === undefined) {
      await printDiagnostics(diagnostics, terminal);
      exit(1);
      return;
    }
    const found = link === undefined ? undefined : expectationOf(opened.fleet, link.source, link.target);
    if (found === undefined) {
      usage(`the fleet has no Link ${flags.link}; write SOURCE/TARGET`);
      return;
    }
    expected = found;
  }
  const { readTextFile } = await import('../config/read-text-file.js');
  const { tooLarge } = await import('../config/yaml/text-guard.js');
  const { text, diagnostics: unreadable } = readTextFile(file);
  const refused = text === undefined ? unreadable : tooLarge(text, file);
  if (text === undefined || refused.length > 0) {
    await printDiagnostics(refused, terminal);
    exit(1);
    return;
  }
  const verified = verifyCredentials(text, { ...expected, ...(atSeconds !== undefined && { atSeconds }) });
  for (const { title, findings } of verified) {
    terminal.out(`${title}\n`);
    for (const { level, subject, message } of findings)
      terminal.out(`  ${marks[level]} ${subject}: ${message}\n`);
  }
  const all = verified.flatMap(({ findings }) => findings);
  const count = (counted: Finding['level']): number => all.filter(({ level }) => level === counted).length;
  const [problems, risks] = [count('problem'), count('risk')];
  if (problems > 0)
    terminal.out(`Linkerd would not accept it: ${problems} problem${problems === 1 ? '' : 's'}.\n`);
  else if (risks > 0)
    terminal.out(`Linkerd would accept it, but it is not safe: ${risks} risk${risks === 1 ? '' : 's'}.\n`);
  else terminal.out(`Linkerd would accept it${untilOf(all)}.\n`);
  exit(problems + risks === 0 ? 0 : 1);
}

/** How long it would, where nobody named a time; the times are all of one form. */
function untilOf(findings: readonly Finding[]): string {
  const [first] = findings.flatMap(({ until }) => until ?? []).sort();
  return first === undefined ? '' : ` until ${first}; \`--at\` judges it at a time`;
}

function timeOf(text: string): number | undefined {
  const isTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
  const milliseconds = isTime ? Date.parse(text) : NaN;
  return Number.isNaN(milliseconds) ? undefined : milliseconds / 1000;
}
