import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { failureDiagnostic } from './failure.js';
import { journalFile, readJournal, writeJournal, type Step } from './journal.js';
import { assertWritable, dropEmptyFolders, HalfPlacedError, place, PlaceTakenError } from './place.js';
import { remove } from './remove.js';

/** The folders a commit works with: the output, and this output's own work folder. */
export interface CommitFolders {
  readonly outDir: string;
  readonly work: string;
  /** The output folder in the user's words. */
  readonly shown: string;
}

/** Where changes are prepared. */
export function stagingArea(work: string): string {
  return join(work, 'stage');
}

function emptyTrash(work: string): string {
  const trash = join(work, 'trash');
  remove(trash);
  return trash;
}

function finishSteps(folders: CommitFolders, steps: readonly Step[], again: boolean): void {
  const trash = emptyTrash(folders.work);
  mkdirSync(trash);
  place({ outDir: folders.outDir, staging: stagingArea(folders.work), trash }, steps, again);
  dropEmptyFolders(folders.outDir, steps);
  remove(journalFile(folders.work));
}

/** Removes what a run leaves in the work folder, unless a journal still needs it. */
export function clearWork(work: string): void {
  if (readJournal(work) !== undefined) return;
  emptyTrash(work);
  remove(stagingArea(work));
  remove(join(work, 'journal-draft'));
}

function takenDiagnostic(folders: CommitFolders, path: string): Diagnostic {
  return {
    code: 'OUTPUT_FOREIGN_FILE',
    severity: 'error',
    file: folders.shown,
    message: `${path} appeared while files were put in place`,
    why: 'it is not ours, so it is not overwritten',
    fix: 'move it away and run synth again',
  };
}

/**
 * Puts prepared changes in place, all or none.
 *
 * From the journal on, a run that is killed is completed by the next one; a step that fails is taken back.
 */
export function commit(folders: CommitFolders, steps: readonly Step[]): readonly Diagnostic[] {
  try {
    assertWritable(folders.outDir, steps);
    writeJournal(folders.work, steps);
    finishSteps(folders, steps, false);
    return [];
  } catch (error) {
    if (error instanceof HalfPlacedError) {
      return [unfinished(folders, 'error', 'failed while it put files in place', 'this run')];
    }
    // the steps were taken back, so nobody must do them again
    remove(journalFile(folders.work));
    if (error instanceof PlaceTakenError) return [takenDiagnostic(folders, error.path)];
    return [failureDiagnostic(error, folders.shown, `every file in ${folders.shown} is as it was`)];
  }
}

/**
 * Completes a run that was cut off, if there is one, and clears its leftovers.
 *
 * Reports OUTPUT_UNFINISHED: as information when it was completed, as an error when it could not be.
 */
export function recover(folders: CommitFolders): readonly Diagnostic[] {
  const steps = readJournal(folders.work);
  if (steps === 'unknown') {
    return [
      {
        code: 'OUTPUT_UNFINISHED',
        severity: 'error',
        file: journalFile(folders.work),
        message: `another version of linkspan was cut off while it wrote ${folders.shown}`,
        why: 'this version does not know its journal, so it cannot complete what is half done',
        fix: `run that version once, or delete ${folders.work} and take ${folders.shown} back from Git`,
      },
    ];
  }
  const diagnostics: Diagnostic[] = [];
  if (steps !== undefined) {
    try {
      finishSteps(folders, steps, true);
    } catch (error) {
      const cause =
        error instanceof PlaceTakenError
          ? takenDiagnostic(folders, error.path)
          : failureDiagnostic(
              error,
              folders.shown,
              `${folders.shown} stays half written until a run completes it`,
            );
      return [unfinished(folders, 'error', 'was cut off, and could not be completed now'), cause];
    }
    diagnostics.push(
      unfinished(folders, 'info', 'was cut off while it put files in place; that is completed now'),
    );
  }
  clearWork(folders.work);
  return diagnostics;
}

function unfinished(
  folders: CommitFolders,
  severity: 'error' | 'info',
  what: string,
  who = 'an earlier run',
): Diagnostic {
  return {
    code: 'OUTPUT_UNFINISHED',
    severity,
    file: folders.shown,
    message: `${who} ${what}`,
    why: 'its journal holds what was missing',
    ...(severity === 'error'
      ? { fix: 'remove what stands in the way, then run synth: it completes the journal first' }
      : {}),
  };
}

/** Says that a cut-off run waits for its completion, without touching anything. */
export function pendingDiagnostics(folders: CommitFolders): readonly Diagnostic[] {
  if (readJournal(folders.work) === undefined) return [];
  return [
    {
      code: 'OUTPUT_UNFINISHED',
      severity: 'error',
      file: folders.shown,
      message: 'an earlier run was cut off while it put files in place',
      why: 'some files are old and some are new; a journal beside the folder holds what is missing',
      fix: 'run synth: it completes the journal first',
    },
  ];
}
