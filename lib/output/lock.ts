import { mkdirSync, readFileSync, rmdirSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { systemCode } from './failure.js';

/** Who holds a lock. `started` tells two processes apart that had one number; empty where the system does not say. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly started: string;
}

/** Start of a process in clock ticks since boot, from Linux' process table; `''` elsewhere. */
function startOf(pid: number): string {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // the second field is the program's name in parentheses and may hold spaces
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
  return holder.started === '' || startOf(holder.pid) === '' || startOf(holder.pid) === holder.started;
}

function readHolder(file: string): { text: string; holder: Holder | undefined } | undefined {
  try {
    const text = readFileSync(file, 'utf8');
    const [pid, host, started] = text.split('\n');
    const complete =
      pid !== undefined && /^[1-9][0-9]*$/.test(pid) && host !== undefined && text.endsWith('\n');
    return { text, holder: complete ? { pid: Number(pid), host, started: started ?? '' } : undefined };
  } catch {
    return undefined;
  }
}

/** Milliseconds since a path changed; 0 when it is gone. */
function age(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

/** A lock without a readable holder is being written right now, unless it stays so. */
const unreadableForMilliseconds = 2_000;

function isStale(file: string, found: { holder: Holder | undefined }): boolean {
  return found.holder === undefined ? age(file) > unreadableForMilliseconds : !isAlive(found.holder);
}

/**
 * Removes the lock of a dead process; only one of several that try succeeds, and never on a living one's lock.
 *
 * A folder is the mutex: whoever makes it looks again, so a lock that was renewed in between is left alone.
 */
function removeStale(file: string): void {
  const mutex = `${file}-takeover`;
  try {
    mkdirSync(mutex);
  } catch {
    // somebody else is at it, or was killed at it
    if (age(mutex) > unreadableForMilliseconds) {
      try {
        rmdirSync(mutex);
      } catch {
        // gone already
      }
    }
    return;
  }
  try {
    const found = readHolder(file);
    if (found !== undefined && isStale(file, found)) unlinkSync(file);
  } finally {
    rmdirSync(mutex);
  }
}

const pauseCell = new Int32Array(new SharedArrayBuffer(4));

function pause(milliseconds: number): void {
  Atomics.wait(pauseCell, 0, 0, milliseconds);
}

const pollMilliseconds = 25;

/** Taking over from a dead process takes a few turns even when nobody wants to wait. */
const leastWait = 8 * pollMilliseconds;

function lockFile(workFolder: string): string {
  return join(workFolder, 'lock');
}

/** Ends this process's claim on the folder. */
export function unlock(workFolder: string): void {
  try {
    unlinkSync(lockFile(workFolder));
  } catch {
    // the folder was deleted by hand
  }
}

/**
 * Claims the work folder for this process; waits for another one that lives, takes over from one that died.
 *
 * `prepare` makes the folder, and is asked again should a run that ends take it away. Answers `undefined` once the
 * claim holds, else the number of the process that still holds it after `waitMilliseconds`.
 */
export function lock(
  workFolder: string,
  waitMilliseconds: number,
  prepare: () => void,
): { readonly pid: number; readonly host: string } | undefined {
  const file = lockFile(workFolder);
  const mine = `${process.pid}\n${hostname()}\n${startOf(process.pid)}\n`;
  const unknown = { pid: 0, host: hostname() };
  for (let waited = 0; ; waited += pollMilliseconds) {
    prepare();
    try {
      writeFileSync(file, mine, { flag: 'wx' });
      // the run before may have taken the folder's other files away meanwhile
      prepare();
      return undefined;
    } catch (error) {
      if (systemCode(error) !== 'EEXIST' && systemCode(error) !== 'ENOENT') throw error;
    }
    const found = readHolder(file);
    const stale = found !== undefined && isStale(file, found);
    if (waited >= Math.max(waitMilliseconds, leastWait)) return found?.holder ?? unknown;
    if (stale) removeStale(file);
    pause(found === undefined || stale ? 1 : pollMilliseconds);
  }
}

/** The living process that holds the folder, waited for as long as {@link lock} does; claims nothing. */
export function waitForLock(workFolder: string, waitMilliseconds: number): Holder | undefined {
  const file = lockFile(workFolder);
  for (let waited = 0; ; waited += pollMilliseconds) {
    const found = readHolder(file);
    if (found?.holder === undefined || isStale(file, found)) return undefined;
    if (waited >= waitMilliseconds) return found.holder;
    pause(pollMilliseconds);
  }
}
