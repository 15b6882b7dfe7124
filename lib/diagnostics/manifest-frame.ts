import type { Diagnostic, Place } from './diagnostic.js';

/** Reads the text of a file that diagnostics name; undefined when it cannot be read again. */
export type SourceText = (file: string) => string | undefined;

const context = 2;
const widest = 120;

/**
 * The line of a place with two lines around it, numbered, and a mark below the column.
 *
 * Long words that look like keys or tokens are shown as `…`; nothing of a Secret is shown at all.
 */
export function manifestFrame(place: Place, source: SourceText, around = context): string[] {
  if (place.file === undefined || place.line === undefined) return [];
  const lines = linesAround(source(place.file), place.line, around);
  if (lines === undefined) return [];
  const width = String(place.line + around).length;
  return lines.flatMap(({ number, text }) => {
    const mark = number === place.line ? '>' : ' ';
    const row = `${mark} ${String(number).padStart(width)} | ${shown(text)}`.trimEnd();
    if (number !== place.line || place.column === undefined || place.column > widest) return [row];
    return [row, `  ${' '.repeat(width)} | ${' '.repeat(place.column - 1)}^`];
  });
}

/** True when the lines around a diagnostic may hold a credential. */
export function isConfidential({ object, code }: Diagnostic): boolean {
  return object?.kind === 'Secret' || code === 'SECRET_PLAINTEXT';
}

function linesAround(
  text: string | undefined,
  line: number,
  around: number,
): { number: number; text: string }[] | undefined {
  if (text === undefined) return undefined;
  const out: { number: number; text: string }[] = [];
  let start = 0;
  for (let number = 1; number <= line + around; number++) {
    const end = text.indexOf('\n', start);
    if (number >= line - around)
      out.push({ number, text: text.slice(start, end < 0 ? undefined : end).replace(/\r$/, '') });
    if (end < 0) return number < line ? undefined : out;
    start = end + 1;
  }
  return out;
}

function shown(text: string): string {
  const plain = text
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e]/g, '\ufffd')
    .replace(/\t/g, ' ')
    .replace(/[\w+/=-]{40,}/g, (word) =>
      /[a-z]/.test(word) && /[A-Z]/.test(word) && /\d/.test(word) ? '…' : word,
    );
  return plain.length > widest ? `${plain.slice(0, widest)}…` : plain;
}
