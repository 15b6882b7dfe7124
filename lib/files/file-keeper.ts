import { mkdirSync, writeFileSync } from 'node:fs';
import { holdsCredential } from '../guards/kubeconfig-leak.js';
import { findLeaks, findLeaksIn, keyHeader } from '../guards/leak.js';
import { systemCode } from '../output/failure.js';
import type { FileBatch, FileFailure, SeenFiles } from './file-batch.js';
import { FileDigests, statsOf } from './file-digests.js';
import { readShapes, type FileShape } from './file-shape.js';

/** A text that files end in. */
interface End {
  readonly text: string;
  readonly bytes: Buffer;
}

/** Looks for secrets in files, takes their digests and writes them, batch by batch, in whatever thread it is. */
export class FileKeeper {
  readonly #digests: FileDigests | undefined;
  readonly #ends: End[] = [];
  readonly #suspects: { path: string; text: string }[] = [];
  #failure: FileFailure | undefined;
  #room = Buffer.allocUnsafeSlow(0);

  /** @param digests whether digests are wanted */
  constructor({ digests }: { readonly digests: boolean }) {
    if (digests) this.#digests = new FileDigests();
  }

  /** What was seen of all files so far. */
  get seen(): SeenFiles {
    const digests = this.#digests?.table;
    return {
      suspects: this.#suspects,
      ...(digests !== undefined && { digests }),
      ...(this.#failure !== undefined && { failure: this.#failure }),
    };
  }

  take({ paths, targets, bytes, shapes, folders, ends }: FileBatch): void {
    const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    for (const { end, text } of ends) this.#ends[end] = { text, bytes: Buffer.from(text) };
    this.#try(() => {
      for (const folder of folders) mkdirSync(folder);
    });
    let i = 0;
    let start = 0;
    for (const shape of readShapes(shapes)) {
      const [path = '', target = ''] = [paths[i], targets[i]];
      const doubtful = all.subarray(start, start + shape.doubtful);
      const own = doubtful.subarray(0, shape.length);
      const end = this.#ends[shape.end];
      if (findLeaks(path).length > 0 || !isClean(doubtful, shape, end))
        this.#suspects.push({ path, text: own.toString() + (end?.text ?? '') });
      const content = end === undefined ? own : this.#joined(own, end.bytes);
      if (target !== '') {
        this.#try(() => {
          writeFileSync(target, content);
        });
      }
      // known here, as asking for all of them at the end takes time of the run
      const stats = this.#digests && target !== '' ? this.#try(() => statsOf(target)) : undefined;
      this.#digests?.add(content, end && { part: end, from: own.length }, stats);
      i++;
      start += shape.doubtful;
    }
  }

  /** Own text and end side by side, good until the next ones are. */
  #joined(own: Buffer, end: Buffer): Buffer {
    const length = own.length + end.length;
    if (this.#room.length < length) this.#room = Buffer.allocUnsafeSlow(length * 2);
    own.copy(this.#room);
    end.copy(this.#room, own.length);
    return this.#room.subarray(0, length);
  }

  #try<T>(operate: () => T): T | undefined {
    if (this.#failure !== undefined) return undefined;
    try {
      return operate();
    } catch (error) {
      this.#failure = failureOf(error);
      return undefined;
    }
  }
}

function failureOf(error: unknown): FileFailure {
  const code = systemCode(error);
  if (code === undefined) throw error;
  const { path = '', message } = error as NodeJS.ErrnoException;
  return { code, path, message };
}

/**
 * Whether a file holds no secret, which nearly every one does not: told without a look into its shared parts, which
 * were looked at where they first came.
 */
function isClean(bytes: Buffer, { length, isAscii, clean }: FileShape, end: End | undefined): boolean {
  const text = bytes.toString(isAscii ? 'latin1' : 'utf8');
  const leaks = isAscii
    ? findLeaksIn(text, { bytes, length: bytes.length, isAscii }, clean)
    : findLeaks(text, clean);
  if (leaks.length > 0) return false;
  if (end === undefined || !tellsOfEnd(text)) return true;
  return findLeaks(bytes.toString('utf8', 0, length) + end.text).length === 0;
}

/** Whether a text gives what follows it, at any distance, another meaning. */
function tellsOfEnd(text: string): boolean {
  return text.includes(keyHeader) || holdsCredential(text);
}
