import { sharedEnd, type FileText, type SharedText } from '../manifests/file-text.js';

/** The bytes of a file, good until the next one is asked for. */
export interface FileBytes {
  readonly bytes: Buffer;
  /** A large part that many files end in, and where it begins. */
  readonly end?: { readonly part: object; readonly from: number };
}

/** Longer texts get room of their own, that is given back. */
const mostRoom = 1 << 22;

/** No UTF-16 unit takes more bytes of UTF-8. */
const widestUnit = 3;

/**
 * Texts as UTF-8, each once and all in the same room, to compare, hash and write: that is half as fast from a string,
 * which is put together, copied and encoded for each anew. What many files end in is encoded once for all of them.
 */
export class FileEncoder {
  #room = Buffer.allocUnsafeSlow(1 << 17);
  readonly #ends = new WeakMap<SharedText, Buffer>();

  encode(file: FileText): FileBytes {
    const end = sharedEnd(file);
    if (end === undefined) return { bytes: this.#write(file.text) };
    const ending = this.#endOf(end.part);
    const head = this.#write(end.before, ending.length);
    const from = head.length;
    ending.copy(this.#room, from);
    return { bytes: this.#room.subarray(0, from + ending.length), end: { part: end.part, from } };
  }

  #endOf(part: SharedText): Buffer {
    let bytes = this.#ends.get(part);
    if (bytes === undefined) this.#ends.set(part, (bytes = Buffer.from(`${part.text}\n`)));
    return bytes;
  }

  /** Writes a text at the beginning of the room, `more` bytes of which are free behind it. */
  #write(text: string, more = 0): Buffer {
    const needed = text.length * widestUnit + more;
    if (needed > this.#room.length) {
      if (needed > mostRoom && more === 0) return Buffer.from(text);
      this.#room = Buffer.allocUnsafeSlow(needed * 2);
    }
    return this.#room.subarray(0, this.#room.write(text));
  }
}
