/** What a shared part reads at some depth: the same value in each file that holds it, so that more can be known of it. */
export interface SharedText {
  readonly text: string;
}

/** Where a shared part stands in a file. */
export interface SharedStretch {
  /** All of the file's text before it. */
  readonly before: string;
  readonly part: SharedText;
}

/** The text of a file, and the shared parts that it was put together of, in their order and none within another. */
export interface FileText {
  readonly text: string;
  readonly shared: readonly SharedStretch[];
}

/** Shorter parts cost more to keep apart than they save. */
export const shortestStretch = 128;

/** Shorter ends are not worth a cut: copying and hashing them takes a few microseconds. */
const shortestEnd = 1 << 14;

/**
 * The large shared part that a file ends in, and what stands before it; the text goes on with nothing but a line's end.
 *
 * The CRD of each cluster ends in the same 900 lines: two thirds of all output.
 */
export function sharedEnd({ text, shared }: FileText): SharedStretch | undefined {
  const last = shared.at(-1);
  return last !== undefined &&
    last.part.text.length >= shortestEnd &&
    last.before.length + last.part.text.length + 1 === text.length
    ? last
    : undefined;
}
