import * as crypto from 'node:crypto';
import { lstatSync } from 'node:fs';
import type { DigestTable } from './file-batch.js';

type OneShotHash = (algorithm: string, data: string | Buffer, encoding: BufferEncoding) => string;

/** The digest of a text or of bytes: SHA-256, in base64url unless said otherwise. */
export function digestOf(content: string | Buffer, encoding: 'base64url' | 'binary' = 'base64url'): string {
  // in one call where this Node can: no object is left for the garbage collector
  const { hash } = crypto as { readonly hash?: OneShotHash };
  return hash === undefined
    ? crypto.createHash('sha256').update(content).digest(encoding)
    : hash('sha256', content, encoding);
}

/** The digest of bytes that are hashed in two parts; in one where `cut`, where the second begins, is 0. */
export function digestOfParts(bytes: Buffer, cut: number): string {
  return cut === 0
    ? digestOf(bytes)
    : joined(bytes, cut, digestOf(bytes.subarray(cut), 'binary'), 'base64url');
}

function joined(bytes: Buffer, cut: number, end: string, encoding: 'base64url' | 'binary'): string {
  return digestOf(Buffer.concat([bytes.subarray(0, cut), Buffer.from(end, 'binary')]), encoding);
}

/** Of a SHA-256, in bytes. */
const digestBytes = 32;

/** Numbers that the system knows a file by: size, times of modification and change, inode. */
export type FileStats = readonly [size: number, modified: number, changed: number, inode: number];

/** How the system knows a file. */
export function statsOf(path: string): FileStats {
  const { size, mtimeMs, ctimeMs, ino } = lstatSync(path);
  return [size, mtimeMs, ctimeMs, ino];
}

const none: FileStats = [0, 0, 0, 0];

/** The digests of files as they come by, in 68 bytes for each: a fleet has tens of thousands. */
export class FileDigests {
  #count = 0;
  #table = tableFor(128);
  readonly #ends = new WeakMap<object, string>();

  /** Takes a file in; what begins at `end.from` and ends many files is hashed once. */
  add(
    bytes: Buffer,
    end: { readonly part: object; readonly from: number } | undefined,
    stats: FileStats = none,
  ): void {
    const digest =
      end === undefined
        ? digestOf(bytes, 'binary')
        : joined(bytes, end.from, this.#ofEnd(end.part, bytes, end.from), 'binary');
    const at = this.#count++;
    if (at === this.#table.cuts.length) this.#table = tableFor(at * 2, this.#table);
    const table = this.#table;
    table.bytes.write(digest, at * digestBytes, 'binary');
    table.cuts[at] = end?.from ?? 0;
    table.stats.set(stats, at * none.length);
  }

  /** The digests up to now; good until the next file is taken in. */
  get table(): DigestTable {
    return this.#table;
  }

  #ofEnd(part: object, bytes: Buffer, from: number): string {
    let digest = this.#ends.get(part);
    if (digest === undefined) this.#ends.set(part, (digest = digestOf(bytes.subarray(from), 'binary')));
    return digest;
  }
}

interface OpenTable extends DigestTable {
  readonly bytes: Buffer<ArrayBuffer>;
}

/** A table with room for so many files, those of another one among them. */
function tableFor(files: number, known?: OpenTable): OpenTable {
  const table = {
    cuts: new Uint32Array(files),
    bytes: Buffer.alloc(files * digestBytes),
    stats: new Float64Array(files * none.length),
  };
  if (known !== undefined) {
    table.cuts.set(known.cuts);
    table.bytes.set(known.bytes);
    table.stats.set(known.stats);
  }
  return table;
}

/** One file of a table: its digest in base64url, where its second part begins, and how the system knew it if it was written. */
export interface FileDigest {
  readonly path: string;
  readonly sha256: string;
  readonly cut: number;
  readonly written?: FileStats;
}

/** The digests of the files at these paths, in the order of their coming. */
export function* digestsOf(
  paths: Iterable<string>,
  { cuts, bytes, stats }: DigestTable,
): Generator<FileDigest> {
  const digests = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let i = 0;
  for (const path of paths) {
    const at = i * digestBytes;
    const written = statsAt(stats, i);
    yield {
      path,
      sha256: digests.toString('base64url', at, at + digestBytes),
      cut: cuts[i] ?? 0,
      ...(written !== undefined && { written }),
    };
    i++;
  }
}

function statsAt(all: Float64Array, file: number): FileStats | undefined {
  const from = file * none.length;
  const [size = 0, modified = 0, changed = 0, inode = 0] = all.subarray(from, from + none.length);
  return changed === 0 ? undefined : [size, modified, changed, inode];
}
