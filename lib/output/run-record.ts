import { createHash } from 'node:crypto';
import { closeSync, existsSync, lstatSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { DigestTable } from '../files/file-batch.js';
import { digestOf, digestOfParts, digestsOf, statsOf, type FileDigest } from '../files/file-digests.js';
import { journalFile } from './journal.js';
import { indexPath } from './ownership.js';
import { makeWorkFolder, workFolderOf } from './work-folder.js';
import { makeFolders } from './make-folders.js';

/** One written file: its digest, in two parts from `cut` on, and how the system knew it when the run ended. */
type RecordedFile = readonly [
  path: string,
  sha256: string,
  cut: number,
  size: number,
  modified: number,
  changed: number,
  inode: number,
];

/** What a run says of itself at its end. */
interface RunCounts {
  readonly clusters: number;
  readonly links: number;
  readonly objects: number;
}

/** What a finished run leaves to know itself again by. */
interface RunRecord {
  readonly key: string;
  readonly about: RunCounts;
  readonly files: readonly RecordedFile[];
}

/** Files that changed so shortly before the record was made could change again unseen: their bytes decide. */
const doubtMilliseconds = 50;

const firstLine = 'linkspan run 3';

/** Files whose records are written at once: those of a large fleet take megabytes as text. */
const filesAtOnce = 500;

function recordFile(outDir: string): string {
  return join(workFolderOf(outDir).own, 'run');
}

/**
 * Keeps a record of a run that has just written files, by their paths and digests.
 *
 * Only ever a shortcut: it may be lost, stale, damaged or of another machine, and the next run gives the same output.
 */
export function keepRecord(
  out: string,
  key: string,
  about: RunCounts,
  paths: Iterable<string>,
  digests: DigestTable,
): void {
  const outDir = resolve(out);
  try {
    const folder = workFolderOf(outDir);
    makeWorkFolder(folder);
    const file = recordFile(outDir);
    makeFolders(dirname(file));
    writeRecord(`${file}-draft`, { key, about }, recordedFiles(outDir, digestsOf(paths, digests)));
    renameSync(`${file}-draft`, file);
  } catch {
    // the output stands; that nothing is remembered costs the next run its shortcut alone
  }
}

function* recordedFiles(outDir: string, files: Iterable<FileDigest>): Generator<RecordedFile> {
  for (const { path, sha256, cut, written } of files)
    // what changed since it was written is not the worse for it: its bytes decide
    yield [path, sha256, cut, ...(written ?? statsOf(`${outDir}/${path}`))];
  const index = join(outDir, indexPath);
  yield [indexPath, digestOf(readFileSync(index)), 0, ...statsOf(index)];
}

/** Writes a record piece by piece: the first line, the record as JSON on a line, and the digest of that line. */
function writeRecord(
  file: string,
  head: Pick<RunRecord, 'key' | 'about'>,
  files: Iterable<RecordedFile>,
): void {
  const digest = createHash('sha256');
  const to = openSync(file, 'w');
  try {
    writeSync(to, `${firstLine}\n`);
    const write = (text: string): void => {
      digest.update(text);
      writeSync(to, text);
    };
    let some = `${JSON.stringify(head).slice(0, -1)},"files":[`;
    let count = 0;
    for (const each of files) {
      some += `${count === 0 ? '' : ','}${JSON.stringify(each)}`;
      if (++count % filesAtOnce !== 0) continue;
      write(some);
      some = '';
    }
    write(`${some}]}`);
    writeSync(to, `\n${digest.digest('base64url')}`);
  } finally {
    closeSync(to);
  }
}

/** Whether some run left a record of itself, of whatever worth. */
export function hasRecord(out: string): boolean {
  return existsSync(recordFile(resolve(out)));
}

/** What was recorded of a run with the same key, if every file of it still stands as it was written. */
export function standingRun(
  out: string,
  key: string,
): { readonly about: RunCounts; readonly paths: readonly string[] } | undefined {
  const outDir = resolve(out);
  const record = readRecord(outDir);
  if (record?.key !== key) return undefined;
  const work = workFolderOf(outDir).own;
  // another run is at work, or was cut off: the writer knows what to do
  if (existsSync(join(work, 'lock')) || existsSync(journalFile(work))) return undefined;
  return stands(outDir, record.files)
    ? { about: record.about, paths: record.files.map(([path]) => path) }
    : undefined;
}

function readRecord(outDir: string): RunRecord | undefined {
  try {
    const text = readFileSync(recordFile(outDir), 'utf8');
    const [first, body = '', digest] = text.split('\n');
    return first === firstLine && digest === digestOf(body) ? (JSON.parse(body) as RunRecord) : undefined;
  } catch {
    return undefined;
  }
}

function stands(outDir: string, files: readonly RecordedFile[]): boolean {
  const newest = files.reduce((latest, [, , , , , changed]) => Math.max(latest, changed), 0);
  const folders = new Set<string>();
  try {
    for (const [path, sha256, cut, size, modified, changed, inode] of files) {
      const full = `${outDir}/${path}`;
      if (!areFolders(outDir, dirname(path), folders)) return false;
      const standing = lstatSync(full);
      if (!standing.isFile() || standing.size !== size) return false;
      const isSure =
        standing.mtimeMs === modified &&
        standing.ctimeMs === changed &&
        standing.ino === inode &&
        changed < newest - doubtMilliseconds;
      if (!isSure && digestOfParts(readFileSync(full), cut) !== sha256) return false;
    }
    return true;
  } catch {
    return false;
  }
}

/** True when a folder and all above it, up to the output folder, are folders and no links. */
function areFolders(outDir: string, folder: string, known: Set<string>): boolean {
  if (known.has(folder)) return true;
  if (folder !== '.' && !areFolders(outDir, dirname(folder), known)) return false;
  if (!lstatSync(folder === '.' ? outDir : `${outDir}/${folder}`).isDirectory()) return false;
  known.add(folder);
  return true;
}
