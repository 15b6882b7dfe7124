import { join } from 'node:path';
import type { Step } from './journal.js';
import { folderOf } from './path-form.js';
import { makeFolders } from './make-folders.js';

/** Makes folders, and writes the one file at hand, in the order of being asked or later. */
export interface StagingDisk {
  readonly makeFolder: (path: string) => void;
  readonly write: (to: string) => void;
}

/**
 * What will change, prepared completely on the output folder's own file system, with the steps that put it in place.
 *
 * Files of folders that stand are numbered side by side in one folder, as making a folder costs more than a file;
 * a folder that does not stand yet is prepared whole and moved by one step.
 */
export class Staging {
  readonly steps: Step[] = [];
  readonly #area: string;
  readonly #folders = new Map<string, string>();
  #count = 0;

  constructor(area: string) {
    this.#area = area;
  }

  #next(): string {
    if (this.#count === 0) makeFolders(this.#area);
    return String(this.#count++);
  }

  /** Prepares a file for a folder that stands. */
  file(act: 'create' | 'replace', path: string, disk: StagingDisk): void {
    const staged = this.#next();
    disk.write(join(this.#area, staged));
    this.steps.push({ act, path, staged });
  }

  /** Prepares a file for a folder that does not stand; `first` is the first missing folder on the way to it. */
  fileOfNewFolder(first: string, path: string, disk: StagingDisk): void {
    const staged = this.#newFolder(first, folderOf(path), disk);
    disk.write(`${staged}/${path.slice(path.lastIndexOf('/') + 1)}`);
  }

  #newFolder(first: string, folder: string, disk: StagingDisk): string {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    let staged: string;
    if (folder === first) {
      const number = this.#next();
      staged = join(this.#area, number);
      this.steps.push({ act: 'folder', path: folder, staged: number });
    } else {
      staged = join(
        this.#newFolder(first, folderOf(folder), disk),
        folder.slice(folder.lastIndexOf('/') + 1),
      );
    }
    disk.makeFolder(staged);
    this.#folders.set(folder, staged);
    return staged;
  }
}
