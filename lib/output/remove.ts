import { lstatSync, rmdirSync, rmSync, unlinkSync } from 'node:fs';
import { systemCode } from './failure.js';

/**
 * Removes a file, or a folder with all that is in it; silent where nothing is.
 *
 * What a run leaves is nearly always gone, a file or an empty folder. Node's `rmSync` does the same, but loads more than a
 * small run has time for.
 */
export function remove(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return;
  try {
    if (found.isDirectory()) rmdirSync(path);
    else unlinkSync(path);
  } catch (error) {
    // whatever it is, `rmSync` knows how to remove it, or what to say
    if (systemCode(error) !== 'ENOENT') rmSync(path, { recursive: true, force: true });
  }
}
