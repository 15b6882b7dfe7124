import { readFileSync } from 'node:fs';
import { codeFrame } from './code-frame.js';
import type { Place } from './diagnostic.js';
import { sourceLines, type SourceLines } from './source-lines.js';

/** The code frame of a place, with so many lines around it. */
export type FrameOf = (place: Place, around?: number) => string[];

/** Most frames of one run: whoever reads further has the file open. */
const maxFrames = 500;

/** Files that are kept: diagnostics come sorted by file, their other ends do not. */
const maxFiles = 8;

/** The lines of a file as they are written, and without what is secret by its place. */
interface Source {
  readonly lines: SourceLines;
  readonly open: SourceLines;
}

const nothing: Source = { lines: () => undefined, open: () => undefined };

/**
 * Code frames of diagnostics, from the files they stand in.
 *
 * `hide` takes the secrets out of a text, `hideValues` the values out of a whole file that are secret by their place,
 * without changing its number of lines. No frame for standard input, or where a file cannot be read any more.
 */
export function sourceFrames(hide: (text: string) => string, hideValues: (text: string) => string): FrameOf {
  let shown = 0;
  const files = new Map<string, Source>();
  return (place, around) => {
    const { file } = place;
    if (file === undefined || place.line === undefined || shown === maxFrames) return [];
    shown += 1;
    const known = files.get(file);
    const source = known ?? sourceOf(file, hideValues);
    if (known === undefined) {
      const [oldest] = files.keys();
      if (files.size === maxFiles && oldest !== undefined) files.delete(oldest);
      files.set(file, source);
    }
    return codeFrame(source.lines, place, hide, around, source.open);
  };
}

function sourceOf(file: string, hideValues: (text: string) => string): Source {
  try {
    const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
    return { lines: sourceLines(text), open: sourceLines(hideValues(text)) };
  } catch {
    // standard input, or a file that has gone: the place alone must do
    return nothing;
  }
}
