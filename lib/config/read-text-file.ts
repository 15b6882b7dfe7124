import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { closest } from '../diagnostics/suggest.js';
import { decodeUtf8 } from './decode-utf8.js';
import { longestFile, noFile, readBytes, readFileBytes } from './read-bytes.js';

/** The text of a file, unless it could not be read. */
export interface TextResult {
  readonly text?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads files; those that were read before may come from memory. */
export type ReadText = (path: string) => TextResult;

/**
 * Reads a UTF-8 file, or standard input for `-`, without its byte order mark.
 *
 * Reports FILE_MISSING, FILE_UNREADABLE, FILE_TOO_LARGE, FILE_NOT_TEXT and FILE_ENCODING.
 */
export function readTextFile(path: string): TextResult {
  return textOf(path, path === '-' ? '<stdin>' : shownPath(path), readBytes);
}

/**
 * Reads a UTF-8 file that a folder holds rather than somebody named: a pipe in it would wait for ever.
 *
 * Reports what `readTextFile` reports, FILE_UNREADABLE for whatever is no regular file.
 */
export function readRegularFile(path: string): TextResult {
  return textOf(path, shownPath(path), readFileBytes);
}

function textOf(path: string, file: string, read: (path: string) => Buffer | undefined): TextResult {
  let bytes: Buffer | undefined;
  try {
    bytes = read(path);
  } catch (error) {
    return { diagnostics: [unreadable(file, (error as NodeJS.ErrnoException).code)] };
  }
  return bytes === undefined ? { diagnostics: [tooLarge(file)] } : decodeUtf8(bytes, file);
}

/** A path as messages show it: relative to the working directory where it lies below, with forward slashes. */
export function shownPath(path: string): string {
  const below = isAbsolute(path) ? relative(process.cwd(), path) : path;
  const shown = below === '' || below.startsWith('..') ? path : below;
  return shown.replaceAll('\\', '/').replace(/^\.\//, '');
}

/** A file that is longer than any that is read. */
function tooLarge(file: string): Diagnostic {
  return {
    code: 'FILE_TOO_LARGE',
    severity: 'error',
    message: `\`${file}\` is longer than the ${longestFile / 1024 / 1024} MiB that are read`,
    fix: 'split it, or leave out what no Link touches',
    file,
  };
}

/** What a file system error means to the user. */
export function unreadable(file: string, code: string | undefined): Diagnostic {
  const base = { code: 'FILE_UNREADABLE', severity: 'error', file } as const;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return {
        ...base,
        code: 'FILE_MISSING',
        message: `there is no \`${file}\``,
        fix: isDangling(file) ? 'it is a link: let it point to a file that is there' : nearest(file),
      };
    case noFile:
    case 'ENXIO':
      return {
        ...base,
        message: `\`${file}\` is no regular file`,
        fix: 'put a file in its place, or remove it',
      };
    case 'EISDIR':
      return {
        ...base,
        message: `\`${file}\` is a folder where a file is needed`,
        fix: 'name a file in it',
      };
    case 'EACCES':
    case 'EPERM':
      return {
        ...base,
        message: `\`${file}\` may not be read`,
        fix: `let your user read it: \`${grantOf(file)}\``,
      };
    case 'ELOOP':
      return {
        ...base,
        message: `\`${file}\` cannot be read: its links lead in a circle`,
        fix: 'let the link point to a file, or remove it',
      };
    default:
      return { ...base, message: `\`${file}\` cannot be read (${code ?? 'no reason given'})` };
  }
}

/** What lets the owner read a file, or a folder, be it the one that hides the file. */
function grantOf(file: string): string {
  const folder = dirname(file);
  if (!mayEnter(folder)) return `chmod u+rx ${folder}`;
  return `chmod ${isFolder(file) ? 'u+rx' : 'u+r'} ${file}`;
}

function mayEnter(folder: string): boolean {
  try {
    accessSync(folder, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function isDangling(file: string): boolean {
  return !existsSync(file) && namesIn(dirname(file)).includes(basename(file));
}

/** The path that was most likely meant: the nearest name in the folder, or the first part that is not there. */
function nearest(file: string): string {
  const folder = dirname(file);
  if (!existsSync(folder)) return `there is no folder \`${folder}\` either: correct the path`;
  const near = closest(basename(file), namesIn(folder));
  return near === undefined
    ? 'correct the path; it is taken from the working directory'
    : `write \`${shownPath(join(folder, near))}\``;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
