import { writeSync } from 'node:fs';
import { systemCode } from '../output/failure.js';

/** Where a command prints: the process's own streams, or a test's. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** What a command prints cannot be written, as on a full disk; `message` says so in one line. */
export class PrintError extends Error {}

let hasStreams = false;

/** True when something may still be on its way to a reader who is slow. */
export function isPrinting(): boolean {
  return hasStreams;
}

/** The process's own streams. */
export const processTerminal: Terminal = {
  out: printer(1, () => process.stdout),
  err: printer(2, () => process.stderr),
};

/**
 * Writes to a file descriptor; to its stream, which takes longer to make than to write to, only where that must wait.
 *
 * A reader such as `head` may close the pipe early; that is no mistake, and the exit code stays the command's. Any other
 * failure of the system is a {@link PrintError}.
 */
function printer(descriptor: number, streamOf: () => NodeJS.WriteStream): (text: string) => void {
  let stream: NodeJS.WriteStream | undefined;
  let isClosed = false;
  const open = (): NodeJS.WriteStream => {
    if (stream !== undefined) return stream;
    hasStreams = true;
    return (stream = streamOf().on('error', (error) => {
      if (isBrokenPipe(error)) return;
      // nobody waits for a stream: the command has gone on, or is over
      endUnprinted(printError(descriptor, error), processTerminal);
      process.exit(1);
    }));
  };
  return (text) => {
    // a console of Windows is not written to in bytes
    if (process.platform === 'win32') open();
    let rest = Buffer.from(text);
    try {
      while (stream === undefined && !isClosed && rest.length > 0)
        rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      isClosed = isBrokenPipe(error);
      if (!isClosed && systemCode(error) !== 'EAGAIN') throw printError(descriptor, error);
    }
    if (isClosed || rest.length === 0) return;
    // a full pipe that does not wait: the stream does, and keeps the order from here on
    open().write(rest);
  };
}

function isBrokenPipe(error: unknown): boolean {
  return systemCode(error) === 'EPIPE';
}

function printError(descriptor: number, error: unknown): PrintError {
  const code = systemCode(error);
  if (code === undefined) throw error;
  const why = code === 'ENOSPC' ? 'no space is left' : 'the system refuses it';
  const to = descriptor === 1 ? 'standard output' : 'standard error';
  return new PrintError(`cannot write to ${to}: ${why} (${code})`);
}

/** Tells that printing failed, if that can be printed; the exit code tells it anyway. */
export function endUnprinted({ message }: PrintError, { err }: Terminal): void {
  try {
    err(`error: ${message}\n`);
  } catch (error) {
    if (!(error instanceof PrintError)) throw error;
  }
}
