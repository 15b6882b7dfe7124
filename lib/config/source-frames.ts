import { codeFrame } from '../diagnostics/code-frame.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { readTextFile } from './read-text-file.js';

/** Most frames of one run: whoever reads further has the file open. */
const maxFrames = 200;

/**
 * Code frames of diagnostics, from the files they stand in; each file is read at its first frame.
 *
 * `hide` takes the secrets out of a text. No frame where the file cannot be read any more.
 */
export function sourceFrames(hide: (text: string) => string): (diagnostic: Diagnostic) => string[] {
  let shown = 0;
  const files = new Map<string, readonly string[]>();
  return (diagnostic) => {
    const { file } = diagnostic;
    if (file === undefined || diagnostic.line === undefined || shown === maxFrames) return [];
    shown += 1;
    let lines = files.get(file);
    if (lines === undefined) {
      lines = readTextFile(file).text?.split(/\r?\n/) ?? [];
      files.set(file, lines);
    }
    return codeFrame(lines, diagnostic, hide);
  };
}
