import { mkdirSync, writeFileSync } from 'node:fs';
import { holdsCredential } from '../guards/kubeconfig-leak.js';
import { findLeaks, findLeaksIn, keyHeader, type Stretch } from '../guards/leak.js';
import type { BatchedFile, FileBatch, FileFailure, SeenFiles } from './file-batch.js';
import { FileDigests } from './file-digests.js';

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

  take({ bytes, files, folders, ends }: FileBatch): void {
    const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    for (const { end, text } of ends) this.#ends[end] = { text, bytes: Buffer.from(text) };
    this.#try(() => {
      for (const folder of folders) mkdirSync(folder);
    });
    for (const file of files) {
      const own = all.subarray(file.start, file.start + file.length);
      const end = file.end === undefined ? undefined : this.#ends[file.end];
      if (!isClean(file, all, own, end)) {
        this.#suspects.push({ path: file.path, text: own.toString() + (end?.text ?? '') });
      }
      const content = end === undefined ? own : this.#joined(own, end.bytes);
      this.#digests?.add(file.path, content, end && { part: end, from: own.length });
      const { to } = file;
      if (to !== undefined) {
        this.#try(() => {
          writeFileSync(to, content);
        });
      }
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

  #try(operate: () => void): void {
    if (this.#failure !== undefined) return;
    try {
      operate();
    } catch (error) {
      this.#failure = failureOf(error);
    }
  }
}

function failureOf(error: unknown): FileFailure {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : '';
  return { code: error.code, path, message: error.message };
}

/**
 * Whether a file holds no secret, which nearly every one does not: told without a look into its shared parts, which
 * were looked at where they first came.
 */
function isClean(file: BatchedFile, bytes: Buffer, own: Buffer, end: End | undefined): boolean {
  if (findLeaks(file.path).length > 0) return false;
  const clean: Stretch[] = [];
  for (let i = 0; i + 1 < file.clean.length; i += 2)
    clean.push({ start: file.clean[i] ?? 0, end: file.clean[i + 1] ?? 0 });
  const doubtful = bytes.subarray(file.start, file.start + file.doubtful);
  const text = file.isAscii ? doubtful.toString('latin1') : doubtful.toString();
  const leaks = file.isAscii
    ? findLeaksIn(text, { bytes: doubtful, length: doubtful.length, isAscii: true }, clean)
    : findLeaks(text, clean);
  if (leaks.length > 0) return false;
  if (end === undefined || !tellsOfEnd(text)) return true;
  return findLeaks(own.toString() + end.text).length === 0;
}

/** Whether a text gives what follows it, at any distance, another meaning. */
function tellsOfEnd(text: string): boolean {
  return text.includes(keyHeader) || holdsCredential(text);
}
