import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.js';
import { pendingDiagnostics, recover, type CommitFolders } from './commit.js';
import { failureDiagnostic } from './failure.js';
import { filesOfLostIndex } from './lost-index.js';
import { lock, unlock, waitForLock } from './lock.js';
import { indexPath, readIndex } from './ownership.js';
import { standsAt } from './place.js';
import { dropWorkFolder, makeWorkFolder, type WorkFolder } from './work-folder.js';

const defaultLockWaitMilliseconds = 10_000;

interface Claim {
  /** Paths the index lists; absent when the folder could not be claimed. */
  readonly owned?: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

function notAFolder(folders: CommitFolders): Diagnostic | undefined {
  const standing = standsAt(folders.outDir);
  if (standing === undefined || standing.isDirectory()) return undefined;
  const link = standing.isSymbolicLink();
  return {
    code: 'OUTPUT_NOT_A_FOLDER',
    severity: 'error',
    file: folders.shown,
    message: `${folders.shown} is ${link ? 'a symbolic link' : 'a file'}, not a folder`,
    why: link ? 'Git would commit the link, not the files behind it' : 'there is no place for the files',
    fix: link ? 'name the folder behind it with --out' : 'move it away, or name another folder with --out',
  };
}

function busy(folders: CommitFolders, holder: { readonly pid: number; readonly host: string }): Diagnostic {
  return {
    code: 'OUTPUT_BUSY',
    severity: 'error',
    file: folders.shown,
    message: `another run (process ${holder.pid} on ${holder.host}) is writing ${folders.shown}`,
    why: 'two runs at once would mix two versions of the fleet',
    fix: `wait for it; if no such process exists, delete ${join(folders.work, 'lock')}`,
  };
}

function owned(folders: CommitFolders): Claim {
  const { outDir, shown } = folders;
  const path = join(outDir, indexPath);
  const standing = standsAt(path);
  // whoever writes it tells of a folder in its place; a pipe would not end
  const isReadable = standing?.isFile() === true || standing?.isSymbolicLink() === true;
  const index = isReadable
    ? readIndex(readFileSync(path, 'utf8'), `${shown}/${indexPath}`)
    : { paths: [], diagnostics: [] };
  if (hasErrors(index.diagnostics)) return { diagnostics: index.diagnostics };
  const { paths, diagnostics } = index.paths.length > 0 ? index : filesOfLostIndex(outDir, shown);
  return { owned: new Set(paths), diagnostics };
}

function look(folders: CommitFolders, waitMilliseconds: number): Claim {
  const holder = waitForLock(folders.work, waitMilliseconds);
  if (holder !== undefined) return { diagnostics: [busy(folders, holder)] };
  const pending = pendingDiagnostics(folders);
  const read = owned(folders);
  return { ...read, diagnostics: [...pending, ...read.diagnostics] };
}

function take(folders: CommitFolders, workFolder: WorkFolder, waitMilliseconds: number): Claim {
  const holder = lock(workFolder.own, waitMilliseconds, () => {
    makeWorkFolder(workFolder);
  });
  if (holder !== undefined) return { diagnostics: [busy(folders, holder)] };
  const release = (): void => {
    unlock(workFolder.own);
    dropWorkFolder(workFolder);
  };
  try {
    const recovered = recover(folders);
    const read = hasErrors(recovered) ? { diagnostics: [] } : owned(folders);
    if (read.owned === undefined) release();
    return { ...read, diagnostics: [...recovered, ...read.diagnostics] };
  } catch (error) {
    release();
    throw error;
  }
}

/** Claims the output folder for this run, or with `check` only looks at it, and reads which files are ours. */
export function claim(
  folders: CommitFolders,
  workFolder: WorkFolder,
  options: { readonly check?: boolean; readonly lockWaitMilliseconds?: number },
): Claim {
  const wait = options.lockWaitMilliseconds ?? defaultLockWaitMilliseconds;
  try {
    const wrong = notAFolder(folders);
    if (wrong !== undefined) return { diagnostics: [wrong] };
    return options.check === true ? look(folders, wait) : take(folders, workFolder, wait);
  } catch (error) {
    return {
      diagnostics: [failureDiagnostic(error, folders.shown, `nothing in ${folders.shown} was changed`)],
    };
  }
}
