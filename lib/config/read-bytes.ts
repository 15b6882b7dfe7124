import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs';

/** Longest file that is read, in bytes; a longer one is refused before it takes memory. */
export const longestFile = 128 * 1024 * 1024;

/** The code of the error that tells of a pipe, a device or a socket where a file is needed. */
export const noFile = 'EFTYPE';

// Windows has no such flag: `undefined | 0` is 0
const withoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK | 0);

/**
 * The bytes of a regular file; undefined when there are more than `longestFile`.
 *
 * Throws what the file system says, and `noFile` for what would have to be waited for, or never ends.
 */
export function readFileBytes(path: string): Buffer | undefined {
  const descriptor = openSync(path, withoutWaiting);
  try {
    const stat = fstatSync(descriptor);
    // reading tells of a folder
    if (!stat.isFile() && !stat.isDirectory()) throw Object.assign(new Error(path), { code: noFile });
    return stat.size > longestFile ? undefined : readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

const pieceSize = 64 * 1024;

/**
 * The bytes of a file, a pipe or, for `-`, standard input; undefined when there are more than `longestFile`.
 *
 * Throws what the file system says. No length is believed: devices have none, and a pipe may never end.
 */
export function readBytes(path: string): Buffer | undefined {
  const descriptor = path === '-' ? 0 : openSync(path, 'r');
  try {
    const stat = fstatSync(descriptor);
    if (stat.size > longestFile) return undefined;
    return stat.isFile() ? readFileSync(descriptor) : readPipe(descriptor);
  } finally {
    if (descriptor !== 0) closeSync(descriptor);
  }
}

function readPipe(descriptor: number): Buffer | undefined {
  const pieces: Buffer[] = [];
  let length = 0;
  for (;;) {
    const piece = Buffer.allocUnsafe(pieceSize);
    const read = readPiece(descriptor, piece);
    if (read === 0) return Buffer.concat(pieces, length);
    length += read;
    if (length > longestFile) return undefined;
    pieces.push(piece.subarray(0, read));
  }
}

/** Waits for a pipe that has nothing yet: where it does not block, reading says so by an error. */
function readPiece(descriptor: number, piece: Buffer): number {
  for (;;) {
    try {
      return readSync(descriptor, piece);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
