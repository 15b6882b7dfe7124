import type { FileBatch, SeenFiles } from './file-batch.js';

/** Brings batches of files to where they are looked at, hashed and written. */
export interface Carrier {
  /** Takes a batch, whose bytes are the carrier's until it gives them back. */
  readonly send: (batch: FileBatch) => void;
  /** Waits until few batches are under way, so that memory stays flat; undefined when few are. */
  readonly room: () => Promise<void> | undefined;
  /** Waits for all batches and tells what was seen. */
  readonly end: () => Promise<SeenFiles>;
  /** Drops what is under way; nothing is written any more once this is done. */
  readonly stop: () => Promise<void>;
}

/** How a carrier is told that a batch's bytes can be filled anew. */
export type GiveBack = (bytes: Uint8Array<ArrayBuffer>) => void;
