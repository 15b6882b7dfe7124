/** A text as bytes: a loop over them is several times as fast as one over a string. */
export interface TextUnits {
  /** The low byte of each UTF-16 unit; may be longer than the text. */
  readonly bytes: Uint8Array;
  /** In UTF-16 units. */
  readonly length: number;
  /** Whether the bytes are all there is to the text. */
  readonly isAscii: boolean;
}

/** Texts up to this length share one buffer, one after the other: nearly all files do. */
const sharedLength = 1 << 20;

let shared: Buffer | undefined;
let isLent = false;

/** Shows a text as bytes to `look`, and gives its answer; the bytes are good until then. */
export function withUnits<T>(text: string, look: (units: TextUnits) => T): T {
  const { length } = text;
  const isAscii = Buffer.byteLength(text) === length;
  if (isLent || length > sharedLength) return look({ bytes: Buffer.from(text, 'latin1'), length, isAscii });
  shared ??= Buffer.allocUnsafeSlow(sharedLength);
  shared.write(text, 'latin1');
  isLent = true;
  try {
    return look({ bytes: shared, length, isAscii });
  } finally {
    isLent = false;
  }
}
