import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { indexPath } from './ownership.js';
import { foldedPath, folderOf, isPlainPath, pathProblem } from './path-form.js';

/** The paths of one output, each accepted once and only where every system can hold it beside the others. */
export class PathRegister {
  /** Folded form of each path and of each folder on the way to one (with a slash), and what it was spelled. */
  readonly #spelled = new Map<string, string>();
  #lastFolder = '';

  /** Takes a path in, or says why it cannot be. Reports OUTPUT_PATH_INVALID, OUTPUT_PATH_COLLISION. */
  accept(path: string): Pick<Diagnostic, 'code' | 'message' | 'why' | 'fix'> | undefined {
    const isPlain = isPlainPath(path);
    const problem = isPlain ? undefined : pathProblem(path);
    if (problem !== undefined) {
      return {
        code: 'OUTPUT_PATH_INVALID',
        message: `the output path ${JSON.stringify(path)} ${problem}`,
        why: 'a repository is checked out on other systems too, and must stay inside its folder on each',
        fix: 'rename the cluster or Link it comes from',
      };
    }
    const other =
      path === indexPath ? `our own ${indexPath}` : this.#collision(path, isPlain ? path : foldedPath(path));
    if (other === undefined) return undefined;
    return {
      code: 'OUTPUT_PATH_COLLISION',
      message: `${path} and ${other} cannot both be written`,
      why: 'some file systems do not tell upper from lower case, and none holds a file and a folder of one name',
      fix: 'rename the cluster or Link one of them comes from',
    };
  }

  #collision(path: string, folded: string): string | undefined {
    const other = this.#spelled.get(folded);
    if (other !== undefined) return other === path ? `another ${path}` : other;
    const own = folderOf(path);
    // files come folder by folder, so most folders were looked at just now
    for (let folder = own; folder !== this.#lastFolder && folder !== ''; folder = folderOf(folder)) {
      const known = this.#spelled.get(foldedPath(folder));
      if (known === `${folder}/`) break;
      if (known !== undefined) return known;
      this.#spelled.set(foldedPath(folder), `${folder}/`);
    }
    this.#lastFolder = own;
    this.#spelled.set(folded, path);
    return undefined;
  }
}
