import { closeSync, fstatSync, ftruncateSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { systemCode } from './failure.js';

/** The file that a run's profile goes to, opened before the run begins. */
export interface ProfileFile {
  /** Puts the profile in the place of what the file held. Reports PROFILE_UNWRITABLE. */
  readonly write: (profile: string) => readonly Diagnostic[];
  /** Lets go of the file; unless it was written it is as before, or gone where there was none. */
  readonly close: () => void;
}

interface Opened {
  readonly file?: ProfileFile;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Opens the file for a profile without touching what it holds, so that nobody waits for a profile in vain.
 *
 * Reports PROFILE_UNWRITABLE.
 */
export function openProfile(path: string): Opened {
  try {
    return { file: profileFile(path, ...opened(path)), diagnostics: [] };
  } catch (error) {
    return { diagnostics: [unwritable(path, error, 'the run did not begin, so the output is as it was')] };
  }
}

/** The file's descriptor, and whether this made the file. */
function opened(path: string): [descriptor: number, isNew: boolean] {
  try {
    return [openSync(path, 'ax'), true];
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
    return [openSync(path, 'a'), false];
  }
}

function profileFile(path: string, descriptor: number, isNew: boolean): ProfileFile {
  let isWritten = false;
  return {
    write: (profile) => {
      isWritten = true;
      try {
        // a pipe has nothing to cut off
        if (fstatSync(descriptor).isFile()) ftruncateSync(descriptor);
        writeFileSync(descriptor, profile);
        return [];
      } catch (error) {
        return [unwritable(path, error, 'the run has ended; what it wrote stays')];
      }
    },
    close: () => {
      closeSync(descriptor);
      if (isNew && !isWritten) rmSync(path, { force: true });
    },
  };
}

function unwritable(path: string, error: unknown, why: string): Diagnostic {
  const code = systemCode(error);
  if (code === undefined) throw error;
  return {
    code: 'PROFILE_UNWRITABLE',
    severity: 'error',
    file: path,
    message: `the profile could not be written (${code})`,
    why,
    fix: remedy(path, code),
  };
}

function remedy(path: string, code: string): string {
  switch (code) {
    case 'ENOENT':
      return `make the folder ${dirname(path)}, or name another file with --profile`;
    case 'EISDIR':
      return 'name a file in that folder with --profile';
    default:
      return 'name another file with --profile';
  }
}
