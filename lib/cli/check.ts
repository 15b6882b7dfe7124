import { readFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { check, isWanted, type CheckOptions } from '../checks/check.js';
import type { FleetFacts } from '../checks/facts.js';
import { parseRelease } from '../checks/release.js';
import { readFacts } from '../checks/read-facts.js';
import { describeCode } from '../checks/describe.js';
import { hasErrors, type Diagnostic, type Severity } from '../diagnostics/diagnostic.js';
import { formatGithub } from '../diagnostics/formats/github.js';
import { formatJson } from '../diagnostics/formats/json.js';
import { formatSarif } from '../diagnostics/formats/sarif.js';
import { formatText } from '../diagnostics/formats/text.js';
import { sortDiagnostics } from '../diagnostics/order.js';
import { summaryOf } from '../diagnostics/summary.js';
import { readInputs } from './check-inputs.js';

interface CheckFlags {
  readonly cluster: readonly string[];
  readonly argocd: readonly string[];
  readonly fleet?: string;
  readonly release?: string;
  readonly format: 'text' | 'json' | 'sarif' | 'github';
  readonly severity: Severity;
  readonly only: readonly string[];
  readonly skip: readonly string[];
}

/** What a command ended as: what to print, and the exit code. */
export interface CommandResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: 0 | 1 | 2;
}

const several = (value: string, previous: readonly string[]) => [...previous, value];

/**
 * Adds `check` to the command line.
 *
 * `onFleet` answers `check` without paths, over the fleet in `config/`; `done` prints and ends.
 */
export function registerCheck(
  program: Command,
  version: string,
  done: (result: CommandResult) => void,
  onFleet?: (flags: Pick<CheckOptions, 'only' | 'skip' | 'severity'>) => void,
): void {
  program
    .command('check')
    .description('look for references that do not resolve across the fleet, in our manifests or anyone’s')
    .argument('[dir...]', 'our output folder, or a folder with one folder of manifests per cluster')
    .option(
      '--cluster <name=path>',
      'manifests of a cluster: a file, a folder or `-`; repeat to add more',
      several,
      [],
    )
    .option('--argocd <path>', 'ApplicationSets, Applications and AppProjects; may be repeated', several, [])
    .option('--fleet <file>', 'facts that no manifest holds: a fleet file, whole or in part')
    .option('--release <release>', 'the Linkerd release that runs, when no manifest tells')
    .addOption(
      new Option('--format <format>', 'how to print')
        .choices(['text', 'json', 'sarif', 'github'])
        .default('text'),
    )
    .addOption(
      new Option('--severity <severity>', 'the mildest severity to print')
        .choices(['error', 'warning', 'info'])
        .default('info'),
    )
    .option('--only <code>', 'print this code alone; may be repeated', several, [])
    .option('--skip <code>', 'leave this code out; may be repeated', several, [])
    .action((folders: readonly string[], flags: CheckFlags) => {
      if (folders.length + flags.cluster.length === 0 && onFleet !== undefined) onFleet(flags);
      else done(runCheck(folders, flags, version));
    });
}

function runCheck(folders: readonly string[], flags: CheckFlags, version: string): CommandResult {
  const unknown = [...flags.only, ...flags.skip].find((code) => describeCode(code) === undefined);
  if (unknown !== undefined) return usage(`there is no code ${unknown}`);
  if (flags.release !== undefined && parseRelease(flags.release) === undefined) {
    return usage(`${flags.release} is no release; write edge-26.8.3, 2.18 or stable-2.14.10`);
  }
  if (folders.length + flags.cluster.length === 0) return usage('give a folder, or --cluster NAME=PATH');
  const facts = factsOf(flags);
  if ('usage' in facts) return usage(facts.usage);
  const inputs = readInputs({ folders, clusters: flags.cluster, argocd: flags.argocd });
  if (inputs.usage !== undefined) return usage(inputs.usage);
  const options = { only: flags.only, skip: flags.skip, severity: flags.severity };
  const diagnostics = sortDiagnostics([
    ...[...inputs.diagnostics, ...facts.diagnostics].filter((diagnostic) => isWanted(diagnostic, options)),
    ...check(inputs, { ...options, facts: facts.facts }),
  ]);
  const summary = summaryOf(diagnostics, {
    clusters: inputs.clusters.length,
    links: inputs.clusters.reduce((sum, each) => sum + each.links.length, 0),
    objects: inputs.clusters.reduce((sum, each) => sum + each.objectCount, inputs.argocd?.objectCount ?? 0),
  });
  const print = {
    text: () => formatText(diagnostics, summary, sourceReader()),
    json: () => formatJson(diagnostics, summary),
    sarif: () => formatSarif(diagnostics, version, describeCode),
    github: () => formatGithub(diagnostics),
  };
  return { stdout: print[flags.format](), stderr: '', exitCode: hasErrors(diagnostics) ? 1 : 0 };
}

function factsOf(
  flags: CheckFlags,
): { readonly facts: FleetFacts; readonly diagnostics: readonly Diagnostic[] } | { readonly usage: string } {
  const release = flags.release === undefined ? {} : { release: flags.release };
  if (flags.fleet === undefined) return { facts: release, diagnostics: [] };
  let text: string;
  try {
    text = readFileSync(flags.fleet, 'utf8');
  } catch {
    return { usage: `${flags.fleet} cannot be read` };
  }
  const { facts, diagnostics } = readFacts(text, flags.fleet);
  return { facts: { ...facts, ...release }, diagnostics };
}

/** Reads files again for code frames; the last one is kept, as diagnostics are sorted by file. */
function sourceReader(): (file: string) => string | undefined {
  let last: { file: string; text: string | undefined } | undefined;
  return (file) => {
    if (last?.file === file) return last.text;
    let text: string | undefined;
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      text = undefined;
    }
    last = { file, text };
    return text;
  };
}

function usage(message: string): CommandResult {
  return { stdout: '', stderr: `error: ${message}\n`, exitCode: 2 };
}
