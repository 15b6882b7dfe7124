/**
 * Files on their way to be looked at, hashed and written; all of it can be sent to another thread.
 *
 * In columns: an object for each file would send the names of its fields along each time.
 */
export interface FileBatch {
  /** Relative to the output folder. */
  readonly paths: readonly string[];
  /** Where to write each file; `''` for one that is only looked at. */
  readonly targets: readonly string[];
  /** What is own to each file, one after the other, as UTF-8. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How the bytes are parted into files: see `FileShape`. */
  readonly shapes: Int32Array;
  /** Folders to make before any file is written, in this order. */
  readonly folders: readonly string[];
  /** Texts that files of this batch or a later one end in, by number. */
  readonly ends: readonly { readonly end: number; readonly text: string }[];
}

/** What was seen of all files. */
export interface SeenFiles {
  /** Absent where none are wanted. */
  readonly digests?: DigestTable;
  /** Files in which, or in whose name, something looks like a secret. */
  readonly suspects: readonly { readonly path: string; readonly text: string }[];
  /** The first file operation that failed; none was tried after it. */
  readonly failure?: FileFailure;
}

/** The digests of files in the order of their coming, with room for more; can be sent to another thread. */
export interface DigestTable {
  /** Where the second part of a file begins that is hashed in two; 0 for one that is not. */
  readonly cuts: Uint32Array<ArrayBuffer>;
  /** The SHA-256 of each. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Size, times of modification and change, and inode of each when it was written; zeros for one that was not. */
  readonly stats: Float64Array<ArrayBuffer>;
}

/** A system's error, in a form that another thread can be told of. */
export interface FileFailure {
  readonly code: string;
  readonly path: string;
  readonly message: string;
}
