import { mkdirSync, writeFileSync } from 'node:fs';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.js';
import { byCodeUnits } from '../diagnostics/order.js';
import type { FileFailure } from '../files/file-batch.js';
import type { FileBytes } from '../files/file-batcher.js';
import { clearWork, commit, stagingArea, type CommitFolders } from './commit.js';
import { failureDiagnostic } from './failure.js';
import { ignoredDiagnostics } from './ignored.js';
import type { Step } from './journal.js';
import { unlock } from './lock.js';
import type { Output, OutputOptions } from './output.js';
import type { Difference, OutputResult } from './output-result.js';
import { indexPath, indexText } from './ownership.js';
import { folderOf } from './path-form.js';
import { PathRegister } from './path-register.js';
import { StandingTree } from './standing-tree.js';
import { Staging, type StagingDisk } from './staging.js';
import { staleDiagnostic } from './stale.js';
import { dropWorkFolder, type WorkFolder } from './work-folder.js';

/** One run on a claimed output folder; see {@link Output}. */
export class Writer implements Output {
  readonly #folders: CommitFolders;
  readonly #workFolder: WorkFolder;
  readonly #options: OutputOptions;
  readonly #owned: ReadonlySet<string>;
  readonly #tree: StandingTree;
  readonly #staging: Staging;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #differences: Difference[] = [];
  readonly #counts = { new: 0, changed: 0, removed: 0 };
  readonly #paths = new PathRegister();
  readonly #reportedTaken = new Set<string>();
  #unchanged = 0;
  #broken = false;
  #isOpen = true;

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

  get isFirst(): boolean {
    return this.#owned.size === 0;
  }

  get paths(): Iterable<string> {
    return this.#paths.accepted();
  }

  get failed(): boolean {
    return hasErrors(this.#diagnostics);
  }

  add(path: string, content: string | Buffer): void {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    this.addFile(path, { own: bytes }, diskOf(bytes));
  }

  addFile(path: string, bytes: FileBytes, disk: StagingDisk): void {
    const refused = this.#paths.accept(path);
    if (refused !== undefined) {
      this.#report(refused);
      return;
    }
    this.#put(path, bytes, disk);
  }

  fail({ message, code, path }: FileFailure): void {
    this.#break(Object.assign(new Error(message), { code, path }));
  }

  #put(path: string, bytes: FileBytes, disk: StagingDisk): void {
    if (this.#broken) return;
    try {
      const folder = this.#tree.folder(folderOf(path));
      if (folder.is === 'taken') {
        this.#reportTaken(folder.by);
        return;
      }
      if (folder.is === 'missing') {
        this.#differs(path, 'new');
        if (this.#stages) this.#staging.fileOfNewFolder(folder.first, path, disk);
        return;
      }
      this.#compare(path, bytes, disk);
    } catch (error) {
      this.#break(error);
    }
  }

  #compare(path: string, bytes: FileBytes, disk: StagingDisk): void {
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
      this.#differs(path, state === 'missing' ? 'new' : 'changed');
      if (state === 'different' && path !== indexPath)
        this.#options.onPrevious?.(path, this.#tree.read(path));
      if (this.#stages) {
        this.#staging.file(state === 'missing' ? 'create' : 'replace', path, disk);
      }
    }
  }

  #differs(path: string, is: Difference['is']): void {
    this.#counts[is]++;
    // of a large fleet's first run all of them
    if (this.#options.check === true) this.#differences.push({ path, is });
  }

  *#allPaths(): Generator<string> {
    yield* this.#paths.accepted();
    yield indexPath;
  }

  /** What is ours and was not added. */
  #removals(): Step[] {
    const added = new Set(this.#owned.size === 0 ? [] : this.#paths.accepted());
    const removals: Step[] = [];
    for (const path of this.#owned) {
      if (added.has(path)) continue;
      const kind = this.#tree.kindOf(path);
      if (kind === 'other') this.#reportTaken(this.#tree.takenBy(path));
      if (kind !== 'file') continue;
      this.#differs(path, 'removed');
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
      this.#break(error);
    }
    const index = Buffer.from(indexText(this.#paths.accepted()));
    this.#put(indexPath, { own: index }, diskOf(index));
    this.#diagnostics.push(...(approve?.(this.#owned) ?? []));
    if (!this.failed) {
      const { outDir, shown } = this.#folders;
      this.#diagnostics.push(...ignoredDiagnostics(outDir, shown, this.#allPaths()));
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
    if (this.#options.check === true || !this.#isOpen) return;
    this.#isOpen = false;
    clearWork(this.#folders.work);
    unlock(this.#folders.work);
    dropWorkFolder(this.#workFolder);
  }

  #result(): OutputResult {
    return {
      diagnostics: this.#diagnostics,
      files: { ...this.#counts, unchanged: this.#unchanged },
      differences: [...this.#differences].sort((a, b) => byCodeUnits(a.path, b.path)),
    };
  }

  #shown(path: string): string {
    return `${this.#folders.shown}/${path}`;
  }

  /** A file operation failed: one message is enough, as the next one would fail as well. */
  #break(error: unknown): void {
    this.#broken = true;
    const { shown } = this.#folders;
    this.#diagnostics.push(failureDiagnostic(error, shown, `nothing in ${shown} was changed`));
  }

  /** Once an error was found all is compared, to find the others, but nothing more is prepared. */
  get #stages(): boolean {
    return this.#options.check !== true && !this.failed;
  }

  #report(diagnostic: Pick<Diagnostic, 'code' | 'message' | 'why' | 'fix'>): void {
    this.#diagnostics.push({ severity: 'error', file: this.#folders.shown, ...diagnostic });
  }

  #reportTaken(path: string): void {
    if (this.#reportedTaken.has(path)) return;
    this.#reportedTaken.add(path);
    this.#report({
      code: 'OUTPUT_PATH_TAKEN',
      message: `${this.#shown(path)} is a folder or a link, or a file where a folder belongs`,
      why: 'files of ours belong there; what somebody else put there is left alone',
      fix: 'move it away and run synth again',
    });
  }
}

/** Writes at once. */
function diskOf(bytes: Buffer): StagingDisk {
  return {
    makeFolder: (path) => {
      mkdirSync(path);
    },
    write: (to) => {
      writeFileSync(to, bytes);
    },
  };
}
