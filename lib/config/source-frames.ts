import { codeFrame } from '../diagnostics/code-frame.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { readTextFile } from './read-text-file.js';

/**
 * Code frames of diagnostics, from the files they stand in; each file is read at its first frame.
 *
 * `hide` takes the secrets out of a text. No frame where the file cannot be read any more.
 */
export function sourceFrames(hide: (text: string) => string): (diagnostic: Diagnostic) => string[] {
  const files = new Map<string, readonly string[]>();
  return (diagnostic) => {
    const { file } = diagnostic;
    if (file === undefined || diagnostic.line === undefined) return [];
    let lines = files.get(file);
    if (lines === undefined) {
      lines = readTextFile(file).text?.split(/\r?\n/) ?? [];
      files.set(file, lines);
    }
    return codeFrame(lines, diagnostic, hide);
  };
}
