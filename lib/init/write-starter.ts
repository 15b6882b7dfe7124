import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { attributesFile, mergeLine, starterFleet } from './starter-fleet.js';
import { makeFolders } from '../output/make-folders.js';

/**
 * Writes the starter fleet below a folder; nothing at all when one of its files is there already.
 *
 * `toAdd` is a line for Git's attributes, where somebody wrote a file of them. Reports INIT_FILE_EXISTS and
 * INIT_UNWRITABLE.
 */
export function writeStarter(folder: string): {
  written: string[];
  toAdd?: { readonly line: string; readonly file: string };
  diagnostics: Diagnostic[];
} {
  const attributes = join(folder, attributesFile);
  const files = Object.entries(starterFleet).map(([path, text]) => ({ path: join(folder, path), text }));
  const diagnostics = files.filter(({ path }) => existsSync(path)).map(({ path }) => existing(path));
  if (diagnostics.length > 0) return { written: [], diagnostics };
  const hasAttributes = existsSync(attributes);
  if (!hasAttributes) files.push({ path: attributes, text: `${mergeLine}\n` });
  try {
    for (const { path, text } of files) {
      makeFolders(dirname(path));
      writeFileSync(path, text, { flag: 'wx' });
    }
  } catch (error) {
    return { written: [], diagnostics: [unwritable(folder, error)] };
  }
  return {
    written: files.map(({ path }) => path),
    ...(hasAttributes && { toAdd: { line: mergeLine, file: attributes } }),
    diagnostics: [],
  };
}

function existing(file: string): Diagnostic {
  return {
    code: 'INIT_FILE_EXISTS',
    severity: 'error',
    message: 'a file stands where the starter fleet would go',
    why: 'init never overwrites what somebody wrote',
    fix: 'name another folder: `linkspan init DIR`',
    file,
  };
}

function unwritable(file: string, error: unknown): Diagnostic {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return {
    code: 'INIT_UNWRITABLE',
    severity: 'error',
    message: `the folder cannot be written to (${reason})`,
    fix: 'name a folder that can be: `linkspan init DIR`',
    file,
  };
}
