import { readFileSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { decodeUtf8 } from './decode-utf8.js';

/** The text of a file, unless it could not be read. */
export interface TextResult {
  readonly text?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads files; those that were read before may come from memory. */
export type ReadText = (path: string) => TextResult;

/** Reads a UTF-8 file, without its byte order mark. Reports FILE_MISSING, FILE_UNREADABLE and FILE_ENCODING. */
export function readTextFile(path: string): TextResult {
  const file = shownPath(path);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return { diagnostics: [unreadable(file, (error as NodeJS.ErrnoException).code)] };
  }
  return decodeUtf8(bytes, file);
}

/** A path as messages show it: relative to the working directory where it lies below, with forward slashes. */
export function shownPath(path: string): string {
  const below = isAbsolute(path) ? relative(process.cwd(), path) : path;
  const shown = below === '' || below.startsWith('..') ? path : below;
  return shown.replaceAll('\\', '/').replace(/^\.\//, '');
}

/** What a file system error means to the user. */
export function unreadable(file: string, code: string | undefined): Diagnostic {
  const base = { severity: 'error', file } as const;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { ...base, code: 'FILE_MISSING', message: `there is no \`${file}\`` };
    case 'EISDIR':
      return { ...base, code: 'FILE_UNREADABLE', message: `\`${file}\` is a folder where a file is needed` };
    case 'EACCES':
    case 'EPERM':
      return {
        ...base,
        code: 'FILE_UNREADABLE',
        message: `\`${file}\` may not be read`,
        fix: `let your user read it: \`chmod u+r ${file}\``,
      };
    case 'ERR_FS_FILE_TOO_LARGE':
      return { ...base, code: 'FILE_UNREADABLE', message: `\`${file}\` is too large to be read` };
    default:
      return {
        ...base,
        code: 'FILE_UNREADABLE',
        message: `\`${file}\` cannot be read (${code ?? 'no reason given'})`,
      };
  }
}
