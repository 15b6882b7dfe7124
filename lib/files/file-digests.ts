import * as crypto from 'node:crypto';
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

/** The digests of files as they come by, in 40 bytes for each: a fleet has tens of thousands. */
export class FileDigests {
  readonly #cuts: number[] = [];
  #digests = Buffer.allocUnsafeSlow(1 << 12);
  readonly #ends = new WeakMap<object, string>();

  /** Takes a file in; what begins at `end.from` and ends many files is hashed once. */
  add(bytes: Buffer, end?: { readonly part: object; readonly from: number }): void {
    const digest =
      end === undefined
        ? digestOf(bytes, 'binary')
        : joined(bytes, end.from, this.#ofEnd(end.part, bytes, end.from), 'binary');
    const at = this.#cuts.length * digestBytes;
    if (at === this.#digests.length) {
      const larger = Buffer.allocUnsafeSlow(at * 2);
      this.#digests.copy(larger);
      this.#digests = larger;
    }
    this.#digests.write(digest, at, 'binary');
    this.#cuts.push(end?.from ?? 0);
  }

  get table(): DigestTable {
    return { cuts: this.#cuts, bytes: new Uint8Array(this.#digests.buffer) };
  }

  #ofEnd(part: object, bytes: Buffer, from: number): string {
    let digest = this.#ends.get(part);
    if (digest === undefined) this.#ends.set(part, (digest = digestOf(bytes.subarray(from), 'binary')));
    return digest;
  }
}

/** Makes something of each of the files at these paths, in the order of their coming: of its path, its digest in base64url, and where the second part of it begins. */
export function mapDigests<T>(
  paths: readonly string[],
  { cuts, bytes }: DigestTable,
  make: (path: string, digest: string, cut: number) => T,
): T[] {
  const digests = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return paths.map((path, i) => {
    const at = i * digestBytes;
    return make(path, digests.toString('base64url', at, at + digestBytes), cuts[i] ?? 0);
  });
}
