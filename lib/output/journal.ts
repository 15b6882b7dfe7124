import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemCode } from './failure.js';
import { pathProblem } from './path-form.js';

/**
 * One step of putting prepared changes in place.
 *
 * `staged` is the name of a file or folder in the staging area; `path` is relative to the output folder, `''` for
 * the folder itself. `create` and `folder` go where nothing stands, `replace` where a file of ours stands.
 */
export type Step =
  | { readonly act: 'remove'; readonly path: string }
  | { readonly act: 'replace' | 'create' | 'folder'; readonly path: string; readonly staged: string };

const firstLine = 'linkspan journal 1';
const lastLine = 'end';

/** Where the journal of a run stands while its steps are done. */
export function journalFile(workFolder: string): string {
  return join(workFolder, 'journal');
}

/** Writes the journal in one atomic step: from then on the steps will be done, by this run or by the next one. */
export function writeJournal(workFolder: string, steps: readonly Step[]): void {
  const lines = steps.map((step) =>
    JSON.stringify(step.act === 'remove' ? [step.act, step.path] : [step.act, step.path, step.staged]),
  );
  const draft = join(workFolder, 'journal-draft');
  writeFileSync(draft, [firstLine, ...lines, lastLine, ''].join('\n'));
  renameSync(draft, journalFile(workFolder));
}

function parseStep(line: string): Step | undefined {
  let fields: unknown;
  try {
    fields = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!Array.isArray(fields)) return undefined;
  const [act, path, staged] = fields as readonly unknown[];
  if (typeof path !== 'string' || (path !== '' && pathProblem(path) !== undefined)) return undefined;
  if (act === 'remove') return path === '' ? undefined : { act, path };
  if (typeof staged !== 'string' || !/^[0-9]+$/.test(staged)) return undefined;
  if (act === 'folder') return { act, path, staged };
  return path !== '' && (act === 'replace' || act === 'create') ? { act, path, staged } : undefined;
}

/** The steps of a run that was cut off; `undefined` when there is none, `unknown` when another version wrote it. */
export function readJournal(workFolder: string): readonly Step[] | 'unknown' | undefined {
  let text: string;
  try {
    text = readFileSync(journalFile(workFolder), 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return undefined;
    throw error;
  }
  const lines = text.trimEnd().split('\n');
  if (lines.shift() !== firstLine || lines.pop() !== lastLine) return 'unknown';
  const steps: Step[] = [];
  for (const line of lines) {
    const step = parseStep(line);
    if (step === undefined) return 'unknown';
    steps.push(step);
  }
  return steps;
}
