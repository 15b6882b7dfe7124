import type { Stretch } from '../guards/leak.js';

/** How a file is put together. */
export interface FileShape {
  /** Bytes of its own text. */
  readonly length: number;
  /** Bytes that may hold a secret: those of its own text, and the first ones of its end, which follow them. */
  readonly doubtful: number;
  /** Whether each character of these takes one byte. */
  readonly isAscii: boolean;
  /** Number of the text that follows its own; -1 for none. */
  readonly end: number;
  /** Stretches of its own text that were looked at before. */
  readonly clean: readonly Stretch[];
}

/** Appends a shape to others, as numbers. */
export function writeShape(shapes: number[], { length, doubtful, isAscii, end, clean }: FileShape): void {
  shapes.push(length, doubtful, isAscii ? 1 : 0, end, clean.length);
  for (const stretch of clean) shapes.push(stretch.start, stretch.end);
}

/** The shapes among the numbers, in their order. */
export function* readShapes(numbers: Int32Array): Generator<FileShape> {
  let at = 0;
  const next = (): number => numbers[at++] ?? 0;
  while (at < numbers.length) {
    const [length, doubtful, isAscii, end] = [next(), next(), next() === 1, next()];
    const clean = Array.from({ length: next() }, () => ({ start: next(), end: next() }));
    yield { length, doubtful, isAscii, end, clean };
  }
}
