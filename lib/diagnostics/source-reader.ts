import { readFileSync } from 'node:fs';
import type { SourceText } from './manifest-frame.js';

/** Reads files again for code frames. The last one is kept, as diagnostics come sorted by file. */
export function sourceReader(): SourceText {
  let last: { readonly file: string; readonly text: string | undefined } | undefined;
  return (file) => {
    if (last?.file === file) return last.text;
    let text: string | undefined;
    try {
      text = readFileSync(file, 'utf8');
    } catch {
      // standard input, or a file that has gone: the place alone must do
      text = undefined;
    }
    last = { file, text };
    return text;
  };
}
