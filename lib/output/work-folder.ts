import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  rmdirSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeFolders } from './make-folders.js';

/** The git-ignored folder beside the output folder: staging area, journal, lock, and caches to come. */
const name = '.linkspan';

function writable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where the work for one output folder is done: `own` is for this output folder alone, inside `root`. */
export interface WorkFolder {
  readonly root: string;
  readonly own: string;
}

/**
 * Chooses the work folder of an output folder: beside it, so that Argo CD never reads it.
 *
 * Only where the output folder is a file system of its own, or nothing may be made beside it, the work folder
 * stands inside: renaming works within one file system alone.
 */
export function workFolderOf(outDir: string): WorkFolder {
  const parent = dirname(outDir);
  let home = parent;
  if (existsSync(outDir)) {
    const beside = existsSync(join(parent, name)) || writable(parent);
    if (!beside || statSync(outDir).dev !== statSync(parent).dev) home = outDir;
  }
  const root = join(home, name);
  return { root, own: join(root, basename(outDir) === '' ? 'root' : basename(outDir)) };
}

/** Makes the work folder, with a `.gitignore` of its own, so that no repository has to name it. */
export function makeWorkFolder(folder: WorkFolder): void {
  makeFolders(folder.own);
  const ignore = join(folder.root, '.gitignore');
  if (!existsSync(ignore)) writeFileSync(ignore, '*\n');
}

/** Takes the work folder away when nothing is left in it; what another run keeps there stays. */
export function dropWorkFolder(folder: WorkFolder): void {
  try {
    rmdirSync(folder.own);
    if (readdirSync(folder.root).join() === '.gitignore') {
      unlinkSync(join(folder.root, '.gitignore'));
      rmdirSync(folder.root);
    }
  } catch {
    // another run works in it, or took it away already
  }
}
