import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { FolderNames } from './folder-names.js';
import { indexPath } from './ownership.js';
import { foldedPath, folderOf, isPlainPath, longestPlainPath, pathProblem } from './path-form.js';

/** A folder that files were accepted into. */
interface Folder {
  /** As it was spelled; `''` is the output folder itself. */
  readonly path: string;
  readonly isPlain: boolean;
  /** Names of files and, with a slash, of folders. */
  readonly names: FolderNames;
}

/** Names of one folder that were accepted one after the other. */
interface Stretch {
  readonly folder: Folder;
  readonly from: number;
  to: number;
}

/** Of names that stand once; those of Links are all different. */
const mostCommon = 1000;

/** The paths of one output, each accepted once and only where every system can hold it beside the others. */
export class PathRegister {
  /** By the folded form of their paths. */
  readonly #folders = new Map<string, Folder>();
  readonly #stretches: Stretch[] = [];
  /** Names that many folders have, so that each stands in memory once. */
  readonly #common = new Map<string, string>();
  // files come folder by folder, so most folders were looked at just now
  #last: Folder = { path: '', isPlain: true, names: new FolderNames() };

  constructor() {
    this.#folders.set('', this.#last);
  }

  /** What was accepted, in that order. */
  *accepted(): Generator<string> {
    for (const { folder, from, to } of this.#stretches) {
      for (let i = from; i < to; i++) {
        const name = folder.names.at(i);
        if (!name.endsWith('/')) yield inside(folder, name);
      }
    }
  }

  /** Takes a path in, or says why it cannot be. Reports OUTPUT_PATH_INVALID, OUTPUT_PATH_COLLISION. */
  accept(path: string): Pick<Diagnostic, 'code' | 'message' | 'why' | 'fix'> | undefined {
    const folder = folderOf(path);
    const name = folder === '' ? path : path.slice(folder.length + 1);
    const isPlain = this.#isPlain(folder) && isPlainPath(name) && path.length <= longestPlainPath;
    const problem = isPlain ? undefined : pathProblem(path);
    if (problem !== undefined) {
      return {
        code: 'OUTPUT_PATH_INVALID',
        message: `the output path ${JSON.stringify(path)} ${problem}`,
        why: 'a repository is checked out on other systems too, and must stay inside its folder on each',
        fix: 'rename the cluster or Link it comes from',
      };
    }
    const other = path === indexPath ? `our own ${indexPath}` : this.#collision(folder, name, isPlain);
    if (other === undefined) return undefined;
    return {
      code: 'OUTPUT_PATH_COLLISION',
      message: `${path} and ${other} cannot both be written`,
      why: 'some file systems do not tell upper from lower case, and none holds a file and a folder of one name',
      fix: 'rename the cluster or Link one of them comes from',
    };
  }

  #isPlain(folder: string): boolean {
    return folder === this.#last.path ? this.#last.isPlain : folder === '' || isPlainPath(folder);
  }

  /** What stands in the way of a name in a folder; nothing from now on but itself. */
  #collision(path: string, name: string, isPlain: boolean): string | undefined {
    const folder = path === this.#last.path ? this.#last : this.#folder(path);
    if (typeof folder === 'string') return folder;
    this.#last = folder;
    const other = folder.names.like(name, isPlain);
    if (other === name) return `another ${inside(folder, name)}`;
    if (other !== undefined) return inside(folder, other);
    this.#note(folder, folder.names.add(this.#once(name), isPlain));
    return undefined;
  }

  #note(folder: Folder, at: number): void {
    const last = this.#stretches.at(-1);
    if (last?.folder === folder) last.to = at + 1;
    else this.#stretches.push({ folder, from: at, to: at + 1 });
  }

  #once(name: string): string {
    const known = this.#common.get(name);
    if (known === undefined && this.#common.size < mostCommon) this.#common.set(name, name);
    return known ?? name;
  }

  /** A folder, with all on the way to it; or what stands in the way. */
  #folder(path: string): Folder | string {
    const folded = foldedPath(path);
    const known = this.#folders.get(folded);
    if (known !== undefined) return known.path === path ? known : `${known.path}/`;
    const above = this.#folder(folderOf(path));
    if (typeof above === 'string') return above;
    const name = above.path === '' ? path : path.slice(above.path.length + 1);
    const isPlain = isPlainPath(name);
    const other = above.names.like(name, isPlain);
    if (other !== undefined) return inside(above, other);
    above.names.add(`${name}/`, isPlain);
    const folder = { path, isPlain: isPlain && above.isPlain, names: new FolderNames() };
    this.#folders.set(folded, folder);
    return folder;
  }
}

function inside(folder: Folder, name: string): string {
  return folder.path === '' ? name : `${folder.path}/${name}`;
}
