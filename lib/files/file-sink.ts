import type { FileText } from '../manifests/file-text.js';
import type { Carrier } from './carrier.js';
import { carryHere } from './carry-here.js';
import type { SeenFiles } from './file-batch.js';
import { FileBatcher, type FileBytes } from './file-batcher.js';

/** How files are taken care of. */
export interface FileSinkOptions {
  /** Whether digests are wanted. @default false */
  readonly digests?: boolean;
  /** The script of the thread to do it in. @default this thread */
  readonly thread?: string;
}

/**
 * Takes every file of a run: looks for secrets in it, takes its digest, and writes it where it is told to.
 *
 * The caller must end with `end` or `stop`.
 */
export class FileSink {
  readonly #batcher: FileBatcher;
  readonly #carrier: Carrier;

  private constructor(makeCarrier: (giveBack: FileBatcher['giveBack']) => Carrier) {
    const batcher = new FileBatcher((batch) => {
      this.#carrier.send(batch);
    });
    this.#batcher = batcher;
    this.#carrier = makeCarrier((bytes) => {
      batcher.giveBack(bytes);
    });
  }

  static async open({ digests = false, thread }: FileSinkOptions = {}): Promise<FileSink> {
    if (thread === undefined) return new FileSink((giveBack) => carryHere({ digests }, giveBack));
    // few runs need it, and Node takes its time to load what it needs for it
    const { carryToThread } = await import('./carry-to-thread.js');
    return new FileSink((giveBack) => carryToThread(thread, { digests }, giveBack));
  }

  /** Takes a file in; the answer is good until the next one is. */
  add(path: string, file: FileText): FileBytes {
    return this.#batcher.add(path, file);
  }

  /** Has the last file written. */
  write(to: string): void {
    this.#batcher.write(to);
  }

  /** Has a folder made, before any file is written that comes later. */
  makeFolder(path: string): void {
    this.#batcher.makeFolder(path);
  }

  /** Something to wait for while too much is under way; undefined when one can go on. */
  room(): Promise<void> | undefined {
    return this.#carrier.room();
  }

  /** Waits until all is done. */
  end(): Promise<SeenFiles> {
    this.#batcher.flush();
    return this.#carrier.end();
  }

  /** Drops what is not done yet; nothing is written once this is. */
  stop(): Promise<void> {
    return this.#carrier.stop();
  }
}
