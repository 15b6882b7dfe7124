import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FileFailure } from '../files/file-batch.js';
import type { FileBytes } from '../files/file-batcher.js';
import { claim } from './open.js';
import type { OutputResult } from './output-result.js';
import type { StagingDisk } from './staging.js';
import { workFolderOf } from './work-folder.js';
import { Writer } from './writer.js';

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
  /** True when no file of ours stands yet, so that none can change or go. */
  readonly isFirst: boolean;
  /** What was added, in that order. */
  readonly paths: Iterable<string>;
  /** True once an error was found: nothing will be put in place. */
  readonly failed: boolean;
  /**
   * Compares a file with what stands and prepares it when it differs; `path` is relative, with `/`.
   * Bytes are UTF-8, and are not looked at again later.
   */
  add: (path: string, content: string | Buffer) => void;
  /** The same for a file that `disk` writes, now or later; all of them before `finish`. */
  addFile: (path: string, bytes: FileBytes, disk: StagingDisk) => void;
  /** Says that a disk could not write. */
  fail: (failure: FileFailure) => void;
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
 * Reports OUTPUT_NOT_A_FOLDER, OUTPUT_NOT_WRITABLE, OUTPUT_DISK_FULL, OUTPUT_FAILED, OUTPUT_INDEX_INVALID, OUTPUT_INDEX_LOST,
 * OUTPUT_BUSY, OUTPUT_UNFINISHED; what it returns may report every other code of `lib/diagnostics/codes/output.ts`.
 */
export function openOutput(options: OutputOptions): OpenedOutput {
  const outDir = resolve(options.outDir);
  const workFolder = workFolderOf(outDir);
  const folders = { outDir, work: workFolder.own, shown: options.outDir };
  const { owned, diagnostics } = claim(folders, workFolder, options);
  if (owned === undefined) return { diagnostics };
  return { output: new Writer(folders, workFolder, owned, options), diagnostics };
}
