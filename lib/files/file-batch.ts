/** A file among others; what it ends in may stand apart from it. */
export interface BatchedFile {
  /** Relative to the output folder. */
  readonly path: string;
  /** Where to write it; absent for a file that is only looked at. */
  readonly to?: string;
  /** Where its own text begins in the bytes of the batch, and how many of them it takes. */
  readonly start: number;
  readonly length: number;
  /** How many bytes may hold a secret: its own, and those after them, which its end begins with. */
  readonly doubtful: number;
  /** Whether each character of these takes one byte. */
  readonly isAscii: boolean;
  /** Where stretches of its own text begin and end that were looked at before, in UTF-16 units, one after the other. */
  readonly clean: readonly number[];
  /** Which end follows its own text. */
  readonly end?: number;
}

/** Files on their way to be looked at, hashed and written; all of it can be sent to another thread. */
export interface FileBatch {
  /** UTF-8. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly files: readonly BatchedFile[];
  /** Folders to make before any file is written, in this order. */
  readonly folders: readonly string[];
  /** Texts that files of this batch or a later one end in, by number. */
  readonly ends: readonly { readonly end: number; readonly text: string }[];
}

/** What was seen of all files. */
export interface SeenFiles {
  /** SHA-256 of each, one after the other; see {@link FileDigests}. Absent where none are wanted. */
  readonly digests?: DigestTable;
  /** Files in which, or in whose name, something looks like a secret. */
  readonly suspects: readonly { readonly path: string; readonly text: string }[];
  /** The first file operation that failed; none was tried after it. */
  readonly failure?: FileFailure;
}

/** The digests of files in the order of their coming. */
export interface DigestTable {
  readonly paths: readonly string[];
  /** Where the second part of a file begins that is hashed in two; 0 for one that is not. */
  readonly cuts: readonly number[];
  /** 32 bytes for each. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A system's error, in a form that another thread can be told of. */
export interface FileFailure {
  readonly code: string;
  readonly path: string;
  readonly message: string;
}
