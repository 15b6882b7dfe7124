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

const nothing: SourceLines = () => undefined;

/**
 * Code frames of diagnostics, from the files they stand in.
 *
 * `hide` takes the secrets out of a text. No frame for standard input, or where a file cannot be read any more.
 */
export function sourceFrames(hide: (text: string) => string): FrameOf {
  let shown = 0;
  const files = new Map<string, SourceLines>();
  return (place, around) => {
    const { file } = place;
    if (file === undefined || place.line === undefined || shown === maxFrames) return [];
    shown += 1;
    const known = files.get(file);
    const lines = known ?? linesOf(file);
    if (known === undefined) {
      const [oldest] = files.keys();
      if (files.size === maxFiles && oldest !== undefined) files.delete(oldest);
      files.set(file, lines);
    }
    return codeFrame(lines, place, hide, around);
  };
}

function linesOf(file: string): SourceLines {
  try {
    return sourceLines(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
  } catch {
    // standard input, or a file that has gone: the place alone must do
    return nothing;
  }
}
