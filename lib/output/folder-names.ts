import { foldedPath } from './path-form.js';

/** With more names than this they are looked up instead of looked through. */
const fewNames = 16;

/**
 * Names in one folder, in the order of their coming: of files, and of folders with a slash at the end.
 *
 * A map for each folder would take more memory than all else that is known of its files.
 */
export class FolderNames {
  readonly #names: string[] = [];
  /** Spelling by folded form; only where there are many names, or one that has other forms. */
  #spelled: Map<string, string> | undefined;

  /** The name at a place that `add` gave. */
  at(place: number): string {
    return this.#names[place] ?? '';
  }

  /**
   * The name that no file system can hold beside this one, a file's or a folder's; itself among them. A plain name has no
   * other form.
   */
  like(name: string, isPlain: boolean): string | undefined {
    if (this.#spelled === undefined && (!isPlain || this.#names.length > fewNames)) this.#lookUp();
    if (this.#spelled !== undefined) return this.#spelled.get(isPlain ? name : foldedPath(name));
    for (const each of this.#names)
      if (each === name || (each.length === name.length + 1 && bare(each) === name)) return each;
    return undefined;
  }

  /** Adds a name after `like` has found none, and gives its place. */
  add(name: string, isPlain: boolean): number {
    this.#spelled?.set(isPlain ? bare(name) : foldedPath(bare(name)), name);
    return this.#names.push(name) - 1;
  }

  #lookUp(): void {
    this.#spelled = new Map(this.#names.map((each) => [foldedPath(bare(each)), each]));
  }
}

function bare(name: string): string {
  return name.endsWith('/') ? name.slice(0, -1) : name;
}
