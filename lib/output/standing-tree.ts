import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import type { FileBytes } from '../files/file-batcher.js';
import { systemCode } from './failure.js';
import { folderOf } from './path-form.js';
import { standsAt } from './place.js';

/** How a folder of the output stands: `taken` when a file or a link is at its place or above it. */
type FolderState =
  | { readonly is: 'folder' }
  | { readonly is: 'missing'; readonly first: string }
  | { readonly is: 'taken'; readonly by: string };

/** How a standing file compares with the text that belongs there. */
type FileState = 'missing' | 'same' | 'different' | 'taken';

// Windows has neither flag: `undefined | 0` is 0
const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW | 0) | (constants.O_NONBLOCK | 0);

const noBytes = Buffer.alloc(0);

/**
 * The output folder as it stands, looked at without following links, each folder once.
 *
 * `willGo` tells which files are ours and will be removed, so that a folder may take the place of one.
 */
export class StandingTree {
  readonly #root: string;
  readonly #willGo: (path: string) => boolean;
  readonly #folders = new Map<string, FolderState>();
  #buffer = Buffer.allocUnsafe(1 << 16);

  constructor(root: string, willGo: (path: string) => boolean) {
    this.#root = root;
    this.#willGo = willGo;
  }

  /** How a folder stands; `first` is the first missing one on the way to it, `''` the output folder itself. */
  folder(path: string): FolderState {
    const known = this.#folders.get(path);
    if (known !== undefined) return known;
    const state = this.#look(path);
    this.#folders.set(path, state);
    return state;
  }

  #look(path: string): FolderState {
    if (path !== '') {
      const above = this.folder(folderOf(path));
      if (above.is !== 'folder') return above;
    }
    const standing = standsAt(path === '' ? this.#root : `${this.#root}/${path}`);
    if (standing === undefined) return { is: 'missing', first: path };
    if (standing.isDirectory()) return { is: 'folder' };
    return standing.isFile() && this.#willGo(path)
      ? { is: 'missing', first: path }
      : { is: 'taken', by: path };
  }

  /** Compares a file of a standing folder with what belongs there; equal size first, then the bytes. */
  compare(path: string, { own, end = noBytes }: FileBytes): FileState {
    const length = own.length + end.length;
    let descriptor: number;
    try {
      descriptor = openSync(`${this.#root}/${path}`, openFlags);
    } catch (error) {
      const code = systemCode(error);
      if (code === 'ENOENT') return 'missing';
      // a link is not followed; a socket cannot be opened
      if (code === 'ELOOP' || code === 'EMLINK' || code === 'ENXIO') return 'taken';
      throw error;
    }
    try {
      const stats = fstatSync(descriptor);
      if (!stats.isFile()) return 'taken';
      if (stats.size !== length) return 'different';
      if (this.#buffer.length < length) this.#buffer = Buffer.allocUnsafe(length * 2);
      const read = readSync(descriptor, this.#buffer, 0, length, 0);
      return read === length && this.#holds(own, 0) && this.#holds(end, own.length) ? 'same' : 'different';
    } finally {
      closeSync(descriptor);
    }
  }

  #holds(bytes: Buffer, at: number): boolean {
    return this.#buffer.compare(bytes, 0, bytes.length, at, at + bytes.length) === 0;
  }

  /** The text of a file that stands. */
  read(path: string): string {
    return readFileSync(`${this.#root}/${path}`, 'utf8');
  }

  /** What kind of thing stands at a path of ours. */
  kindOf(path: string): 'missing' | 'file' | 'other' {
    const folder = this.folder(folderOf(path));
    if (folder.is !== 'folder') return folder.is === 'missing' ? 'missing' : 'other';
    const standing = standsAt(`${this.#root}/${path}`);
    if (standing === undefined) return 'missing';
    return standing.isFile() ? 'file' : 'other';
  }

  /** What is in the way of a path of ours: itself, or something above it that is no folder. */
  takenBy(path: string): string {
    const folder = this.folder(folderOf(path));
    return folder.is === 'taken' ? folder.by : path;
  }
}
