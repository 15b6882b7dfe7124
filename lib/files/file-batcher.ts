import { insideOf } from '../guards/shared-insides.js';
import { sharedEnd, type FileText, type SharedText } from '../manifests/file-text.js';
import type { Stretch } from '../guards/leak.js';
import type { FileBatch } from './file-batch.js';
import { writeShape } from './file-shape.js';

/** The bytes of a file, good until the next one is asked for. */
export interface FileBytes {
  readonly own: Buffer;
  /** What follows, and stands at the end of other files as well. */
  readonly end?: Buffer;
}

/** Large enough to make the messages few, small enough for the other thread to begin soon. */
const roomBytes = 1 << 18;

/** No UTF-16 unit takes more bytes of UTF-8. */
const widestUnit = 3;

/** More different ends than this are no ends that many files have: they are sent as text of their own. */
const mostEnds = 64;

interface KnownEnd {
  readonly number: number;
  readonly bytes: Buffer;
  /** What it begins with and may be part of a secret with the text before it. */
  readonly beginning: Buffer;
}

/**
 * Puts the texts of files together into batches. What many files end in is encoded once, and sent once.
 *
 * `send` is given a batch whenever one is full; rooms it is done with can be given back to be filled again.
 */
export class FileBatcher {
  readonly #send: (batch: FileBatch) => void;
  readonly #free: Buffer<ArrayBuffer>[] = [];
  #room = Buffer.allocUnsafeSlow(0);
  #used = 0;
  #paths: string[] = [];
  #targets: string[] = [];
  #shapes: number[] = [];
  #folders: string[] = [];
  #newEnds: { end: number; text: string }[] = [];
  readonly #ends = new WeakMap<SharedText, KnownEnd>();
  #endCount = 0;

  constructor(send: (batch: FileBatch) => void) {
    this.#send = send;
  }

  /** Takes a file in. */
  add(path: string, file: FileText): FileBytes {
    const cut = sharedEnd(file);
    const end = cut && this.#endOf(cut.part);
    const text = end === undefined || cut === undefined ? file.text : cut.before;
    const lead = end?.beginning;
    this.#makeRoom(text, lead?.length ?? 0);
    const start = this.#used;
    const length = this.#room.write(text, start);
    this.#used += length;
    if (lead !== undefined) this.#used += lead.copy(this.#room, this.#used);
    this.#paths.push(path);
    this.#targets.push('');
    writeShape(this.#shapes, {
      length,
      doubtful: this.#used - start,
      isAscii: length === text.length,
      end: end?.number ?? -1,
      clean: cleanStretches(file, end !== undefined),
    });
    const own = this.#room.subarray(start, start + length);
    return end === undefined ? { own } : { own, end: end.bytes };
  }

  /** Has the file that was taken in last written there, once the folders that were named are made. */
  write(to: string): void {
    this.#targets[this.#targets.length - 1] = to;
  }

  /** Has a folder made before anything after it is written. */
  makeFolder(path: string): void {
    this.#folders.push(path);
  }

  /** Sends what was taken in since the last full batch. */
  flush(): void {
    if (this.#paths.length === 0 && this.#folders.length === 0) return;
    const { buffer } = this.#room;
    this.#send({
      paths: this.#paths,
      targets: this.#targets,
      bytes: new Uint8Array(buffer),
      shapes: Int32Array.from(this.#shapes),
      folders: this.#folders,
      ends: this.#newEnds,
    });
    this.#room = Buffer.allocUnsafeSlow(0);
    this.#used = 0;
    this.#paths = [];
    this.#targets = [];
    this.#shapes = [];
    this.#folders = [];
    this.#newEnds = [];
  }

  /** Takes the room of a batch back. */
  giveBack(bytes: Uint8Array<ArrayBuffer>): void {
    if (bytes.length === roomBytes) this.#free.push(Buffer.from(bytes.buffer));
  }

  #makeRoom(text: string, more: number): void {
    const most = text.length * widestUnit + more;
    if (this.#used + most <= this.#room.length) return;
    if (this.#paths.length > 0) this.flush();
    this.#room =
      most > roomBytes
        ? Buffer.allocUnsafeSlow(Buffer.byteLength(text) + more)
        : (this.#free.pop() ?? Buffer.allocUnsafeSlow(roomBytes));
  }

  #endOf(part: SharedText): KnownEnd | undefined {
    const known = this.#ends.get(part);
    if (known !== undefined) return known;
    const inside = insideOf(part);
    if (inside === undefined || this.#endCount === mostEnds) return undefined;
    // all that follows is as clean as the inside, having nothing after it
    const beginning = Buffer.from(part.text.slice(0, inside.start));
    const text = `${part.text}\n`;
    const end = { number: this.#endCount++, bytes: Buffer.from(text), beginning };
    this.#newEnds.push({ end: end.number, text });
    this.#ends.set(part, end);
    return end;
  }
}

/** Where the shared parts of a file were looked at already; the last one not, if it is the end. */
function cleanStretches({ shared }: FileText, isCut: boolean): Stretch[] {
  const clean: Stretch[] = [];
  const count = isCut ? shared.length - 1 : shared.length;
  for (let i = 0; i < count; i++) {
    const { before, part } = shared[i] ?? noStretch;
    const inside = insideOf(part);
    if (inside !== undefined)
      clean.push({ start: before.length + inside.start, end: before.length + inside.end });
  }
  return clean;
}

const noStretch = { before: '', part: { text: '' } };
