import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join } from 'node:path';
import { main } from '../../../lib/cli/main.js';
import { renderDiagnostic } from '../../../lib/diagnostics/render-text.js';
import type { CommandExample, CommandStep } from './command-example.js';

/** What the last command of an example prints of one code, run in `folder`, which must be empty. */
export async function printedBy(example: CommandExample, code: string, folder: string): Promise<string> {
  process.chdir(folder);
  let printed = '';
  for (const step of example.steps) printed = await run(step, folder);
  const blocks = printed.split(/\n(?=\S)/).filter((block) => block.split('\n')[0]?.includes(` ${code}`));
  const [first] = blocks;
  if (first === undefined)
    throw new Error(`the example of ${code} does not make it be reported:\n${printed}`);
  return first
    .trimEnd()
    .replaceAll(`${fs.realpathSync(folder)}/`, '')
    .replaceAll(`${folder}/`, '');
}

async function run(
  { args, report, files = {}, failing = {}, failingAfter = 0 }: CommandStep,
  folder: string,
): Promise<string> {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    if (text === null) fs.rmSync(path);
    else {
      fs.mkdirSync(dirname(path), { recursive: true });
      fs.writeFileSync(path, text);
    }
  }
  let printed = '';
  const print = (text: string): void => void (printed += `${text.trimEnd()}\n`);
  const restore = failOperations(failing, failingAfter);
  try {
    if (report === undefined) await main(args, { out: print, err: print });
    else for (const diagnostic of await report()) print(renderDiagnostic(diagnostic));
  } finally {
    restore();
  }
  return printed;
}

/** Makes operations of the file system fail as the system would make them fail; returns how to end that. */
function failOperations(failing: Readonly<Record<string, string>>, after: number): () => void {
  const operations = fs as unknown as Record<string, (...args: unknown[]) => unknown>;
  const before = Object.keys(failing).map((name) => [name, operations[name]] as const);
  for (const [name, operation] of before) {
    let calls = 0;
    operations[name] = (...args) => {
      calls += 1;
      if (calls <= after) return operation?.(...args);
      const code = failing[name];
      const [path] = args;
      throw Object.assign(new Error(code), { code, ...(typeof path === 'string' ? { path } : {}) });
    };
  }
  syncBuiltinESMExports();
  return () => {
    for (const [name, operation] of before) if (operation !== undefined) operations[name] = operation;
    syncBuiltinESMExports();
  };
}
