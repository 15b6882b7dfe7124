import { resolve } from 'node:path';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.js';
import { byCodeUnits } from '../diagnostics/order.js';
import { clearWork, commit, stagingArea, type CommitFolders } from './commit.js';
import { failureDiagnostic } from './failure.js';
import { unlock } from './lock.js';
import { ignoredDiagnostics } from './ignored.js';
import { claim } from './open.js';
import { indexPath, indexText } from './ownership.js';
import type { Step } from './journal.js';
import { foldedPath, folderOf, pathProblem } from './path-form.js';
import { StandingTree } from './standing-tree.js';
import { Staging } from './staging.js';
import { staleDiagnostic } from './stale.js';
import { dropWorkFolder, workFolderOf, type WorkFolder } from './work-folder.js';

/** One file that is not as the fleet says. */
export interface Difference {
  readonly path: string;
  readonly is: 'new' | 'changed' | 'removed';
}

/** What a run did to the output folder, or with `check` would have done. */
export interface OutputResult {
  readonly diagnostics: readonly Diagnostic[];
  /** Number of files, `index.yaml` included. */
  readonly files: {
    readonly new: number;
    readonly changed: number;
    readonly removed: number;
    readonly unchanged: number;
  };
  /** Each file that differed, sorted by path; empty when the output was as it should be. */
  readonly differences: readonly Difference[];
}

/** How to open an output folder. */
export interface OutputOptions {
  /** The output folder, as the user wrote it; it need not exist. */
  readonly outDir: string;
  /** Compares alone and writes nothing, not even beside the folder. @default false */
  readonly check?: boolean;
  /**
   * Is shown each file of ours that will be changed or removed, as it stands, before anything is put in place.
   * What the removal guard reads; unchanged files are never shown.
   */
  readonly onPrevious?: (path: string, text: string) => void;
  /** How long to wait for another run on the same folder. @default 10000 */
  readonly lockWaitMilliseconds?: number;
}

/** An output folder that is open for one run. */
export interface Output {
  /** True once an error was found; what is added after that is not looked at. */
  readonly failed: boolean;
  /** Compares a file with what stands and prepares it when it differs; `path` is relative, with `/`. */
  add: (path: string, text: string) => void;
  /**
   * Puts all in place and removes what is ours and was not added; or nothing at all when there is an error.
   * `approve` has the last word, after `onPrevious` has seen every file that would change or go; it is given
   * the paths that the standing index lists.
   */
  finish: (approve?: (owned: ReadonlySet<string>) => readonly Diagnostic[]) => OutputResult;
  /** Leaves the output folder as it is and takes away what was prepared. */
  abort: () => void;
}

/** An open output folder, or why there is none; warnings and information may come with either. */
export interface OpenedOutput {
  readonly output?: Output;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Opens the output folder: completes a run that was cut off, reads the index of owned files, claims the folder.
 *
 * Synchronous on purpose: small files are written twice as fast so. The caller must end with `finish` or `abort`;
 * a process that dies in between leaves the old output, and its leftovers are cleared by the next run.
 * Reports OUTPUT_NOT_A_FOLDER, OUTPUT_NOT_WRITABLE, OUTPUT_DISK_FULL, OUTPUT_FAILED, OUTPUT_INDEX_INVALID,
 * OUTPUT_BUSY, OUTPUT_UNFINISHED; what it returns may report every other code of `lib/diagnostics/codes/output.ts`.
 */
export function openOutput(options: OutputOptions): OpenedOutput {
  const outDir = resolve(options.outDir);
  const workFolder = workFolderOf(outDir);
  const folders = { outDir, work: workFolder.own, shown: options.outDir };
  const { owned, diagnostics } = claim(folders, workFolder, options);
  if (owned === undefined) return { diagnostics };
  return { output: new OpenOutput(folders, workFolder, owned, options), diagnostics };
}

class OpenOutput implements Output {
  readonly #folders: CommitFolders;
  readonly #workFolder: WorkFolder;
  readonly #options: OutputOptions;
  readonly #owned: ReadonlySet<string>;
  readonly #tree: StandingTree;
  readonly #staging: Staging;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #differences: Difference[] = [];
  readonly #added: string[] = [];
  /** Folded form of each added file and each folder on the way to one, with the path it stands for. */
  readonly #taken = new Map<string, string>();
  #unchanged = 0;

  constructor(
    folders: CommitFolders,
    workFolder: WorkFolder,
    owned: ReadonlySet<string>,
    options: OutputOptions,
  ) {
    this.#folders = folders;
    this.#workFolder = workFolder;
    this.#owned = owned;
    this.#options = options;
    this.#tree = new StandingTree(folders.outDir, (path) => owned.has(path));
    this.#staging = new Staging(stagingArea(folders.work));
  }

  get failed(): boolean {
    return hasErrors(this.#diagnostics);
  }

  add(path: string, text: string): void {
    if (!this.#accepts(path)) return;
    this.#added.push(path);
    this.#put(path, text);
  }

  /** Refuses paths that some system cannot hold, alone or beside those added before. */
  #accepts(path: string): boolean {
    const problem = pathProblem(path);
    if (problem !== undefined) {
      this.#report({
        code: 'OUTPUT_PATH_INVALID',
        message: `the output path ${JSON.stringify(path)} ${problem}`,
        fix: 'rename the cluster or Link it comes from',
      });
      return false;
    }
    const other = path === indexPath ? indexPath : this.#collision(path);
    if (other === undefined) return true;
    this.#report({
      code: 'OUTPUT_PATH_COLLISION',
      message: `${path} and ${other} cannot both be written`,
      why: 'a file system that does not tell upper from lower case, or a file from a folder of its name, holds only one of them',
      fix: 'rename the cluster or Link one of them comes from',
    });
    return false;
  }

  #collision(path: string): string | undefined {
    const folded = foldedPath(path);
    const other = this.#taken.get(folded);
    if (other !== undefined) return other === path ? `another ${path}` : other;
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) {
      const known = this.#taken.get(foldedPath(folder));
      if (known === `${folder}/`) break;
      if (known !== undefined) return known;
      this.#taken.set(foldedPath(folder), `${folder}/`);
    }
    this.#taken.set(folded, path);
    return undefined;
  }

  #put(path: string, text: string): void {
    if (this.failed && this.#options.check !== true) return;
    try {
      const folder = this.#tree.folder(folderOf(path));
      if (folder.is === 'taken') {
        this.#reportTaken(folder.by);
        return;
      }
      const bytes = Buffer.from(text);
      if (folder.is === 'missing') {
        this.#differences.push({ path, is: 'new' });
        if (this.#options.check !== true) this.#staging.fileOfNewFolder(folder.first, path, bytes);
        return;
      }
      this.#compare(path, bytes);
    } catch (error) {
      this.#diagnostics.push(failureDiagnostic(error, this.#folders.shown, this.#kept()));
    }
  }

  #compare(path: string, bytes: Buffer): void {
    const state = this.#tree.compare(path, bytes);
    if (state === 'same') {
      this.#unchanged++;
    } else if (state === 'taken') {
      this.#reportTaken(path);
    } else if (state === 'different' && !this.#owned.has(path) && path !== indexPath) {
      this.#report({
        code: 'OUTPUT_FOREIGN_FILE',
        message: `${this.#shown(path)} is not ours, and one of ours belongs there`,
        why: `${indexPath} does not list it, so somebody else wrote it`,
        fix: 'move it away, or rename the cluster or Link that asks for this path',
      });
    } else {
      this.#differences.push({ path, is: state === 'missing' ? 'new' : 'changed' });
      if (state === 'different' && path !== indexPath)
        this.#options.onPrevious?.(path, this.#tree.read(path));
      if (this.#options.check !== true) {
        this.#staging.file(state === 'missing' ? 'create' : 'replace', path, bytes);
      }
    }
  }

  /** What is ours and was not added. */
  #removals(): Step[] {
    const added = new Set(this.#added);
    const removals: Step[] = [];
    for (const path of this.#owned) {
      if (added.has(path)) continue;
      const kind = this.#tree.kindOf(path);
      if (kind === 'other') this.#reportTaken(path);
      if (kind !== 'file') continue;
      this.#differences.push({ path, is: 'removed' });
      removals.push({ act: 'remove', path });
      this.#options.onPrevious?.(path, this.#tree.read(path));
    }
    return removals;
  }

  finish(approve?: (owned: ReadonlySet<string>) => readonly Diagnostic[]): OutputResult {
    let removals: readonly Step[] = [];
    try {
      removals = this.#removals();
    } catch (error) {
      this.#diagnostics.push(failureDiagnostic(error, this.#folders.shown, this.#kept()));
    }
    this.#put(indexPath, indexText(this.#added));
    this.#diagnostics.push(...(approve?.(this.#owned) ?? []));
    if (!this.failed) {
      const { outDir, shown } = this.#folders;
      this.#diagnostics.push(...ignoredDiagnostics(outDir, shown, [...this.#added, indexPath]));
    }
    if (this.#options.check === true) {
      if (this.#differences.length > 0) {
        this.#diagnostics.push(staleDiagnostic(this.#folders.shown, this.#differences));
      }
      return this.#result();
    }
    // removals come first: a file that goes may stand where a folder will, or differ from a new one in case alone
    const steps = [...removals, ...this.#staging.steps];
    if (!hasErrors(this.#diagnostics) && steps.length > 0) {
      this.#diagnostics.push(...commit(this.#folders, steps));
    }
    this.abort();
    return this.#result();
  }

  abort(): void {
    if (this.#options.check === true) return;
    clearWork(this.#folders.work);
    unlock(this.#folders.work);
    dropWorkFolder(this.#workFolder);
  }

  #result(): OutputResult {
    const count = (is: Difference['is']): number => this.#differences.filter((d) => d.is === is).length;
    return {
      diagnostics: this.#diagnostics,
      files: {
        new: count('new'),
        changed: count('changed'),
        removed: count('removed'),
        unchanged: this.#unchanged,
      },
      differences: [...this.#differences].sort((a, b) => byCodeUnits(a.path, b.path)),
    };
  }

  #shown(path: string): string {
    return `${this.#folders.shown}/${path}`;
  }

  #kept(): string {
    return `nothing in ${this.#folders.shown} was changed`;
  }

  #report(diagnostic: Pick<Diagnostic, 'code' | 'message' | 'why' | 'fix'>): void {
    this.#diagnostics.push({ severity: 'error', file: this.#folders.shown, ...diagnostic });
  }

  #reportTaken(path: string): void {
    this.#report({
      code: 'OUTPUT_PATH_TAKEN',
      message: `${this.#shown(path)} is a folder or a link, or a file where a folder belongs`,
      why: 'files of ours belong there; what somebody else put there is left alone',
      fix: 'move it away and run synth again',
    });
  }
}
