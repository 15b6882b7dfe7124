import {
  accessSync,
  constants,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  type Stats,
} from 'node:fs';
import { join } from 'node:path';
import { systemCode } from './failure.js';
import type { Step } from './journal.js';
import { folderOf } from './path-form.js';

/** What stands at a path, links not followed; `undefined` for nothing. */
export function standsAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    // a file stands where the path wants a folder
    if (systemCode(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** A step that cannot be done without touching what somebody else put there since. */
export class PlaceTakenError extends Error {
  constructor(readonly path: string) {
    super(`something stands at ${path}`);
  }
}

/** A step failed, and so did taking the earlier ones back: only the journal knows what is missing. */
export class HalfPlacedError extends Error {
  constructor(override readonly cause: unknown) {
    super('steps could not be taken back');
  }
}

/** Throws when one of the folders that would change may not be written, before any of them does. */
export function assertWritable(outDir: string, steps: readonly Step[]): void {
  const folders = new Set(steps.map((step) => (step.path === '' ? '..' : folderOf(step.path))));
  for (const folder of folders) {
    const path = join(outDir, folder);
    // a folder that a step will make is not there yet
    if (standsAt(path) !== undefined) accessSync(path, constants.W_OK | constants.X_OK);
  }
}

function isSame(a: string, b: string): boolean {
  const inA = standsAt(a);
  const inB = standsAt(b);
  if (inA === undefined || inB === undefined) return false;
  if (inA.isFile() && inB.isFile()) return inA.size === inB.size && readFileSync(a).equals(readFileSync(b));
  if (!inA.isDirectory() || !inB.isDirectory()) return false;
  const names = readdirSync(a);
  return (
    names.length === readdirSync(b).length && names.every((name) => isSame(join(a, name), join(b, name)))
  );
}

/**
 * Does the steps in order: what goes and what is replaced moves to the trash, then the staged one takes its place.
 *
 * Renaming onto nothing, never over a file: cheaper (ext4 flushes what is renamed over), and every move can be taken
 * back. When one fails, all are taken back in reverse and the error is thrown on. `trash` must be an empty folder.
 * With `again`, steps that an earlier run did already are passed over.
 */
export function place(
  folders: { readonly outDir: string; readonly staging: string; readonly trash: string },
  steps: readonly Step[],
  again: boolean,
): void {
  const done: { readonly from: string; readonly to: string }[] = [];
  const move = (from: string, to: string): void => {
    renameSync(from, to);
    done.push({ from, to });
  };
  try {
    for (const step of steps) {
      const target = step.path === '' ? folders.outDir : join(folders.outDir, step.path);
      const standing = standsAt(target);
      if (step.act === 'remove') {
        if (standing?.isFile() === true) move(target, join(folders.trash, String(done.length)));
        continue;
      }
      const staged = join(folders.staging, step.staged);
      if (again && standsAt(staged) === undefined) continue;
      if (standing !== undefined) {
        if (again && isSame(staged, target)) continue;
        if (step.act !== 'replace' || !standing.isFile()) throw new PlaceTakenError(target);
        move(target, join(folders.trash, String(done.length)));
      }
      move(staged, target);
    }
  } catch (error) {
    try {
      for (const { from, to } of done.reverse()) renameSync(to, from);
    } catch (second) {
      throw new HalfPlacedError(second);
    }
    throw error;
  }
}

/** Removes folders that the removal of our own files left empty, upward, the output folder itself excepted. */
export function dropEmptyFolders(outDir: string, steps: readonly Step[]): void {
  const folders = new Set(steps.filter((step) => step.act === 'remove').map((step) => folderOf(step.path)));
  for (let folder of folders) {
    for (; folder !== ''; folder = folderOf(folder)) {
      try {
        rmdirSync(join(outDir, folder));
      } catch {
        break;
      }
    }
  }
}
