import type { Diagnostic, Place } from './diagnostic.js';
import type { SourceLines } from './source-lines.js';

/** Most characters of a line that are shown; a longer one is cut around the caret. */
const maxWidth = 100;

/** Lines before and after the caret that are looked at when secrets are hidden: some span several lines. */
const hiding = { before: 40, after: 10 };

/** Lines that are shown before and after the caret's. */
const shownAround = 2;

/**
 * The line of a place with a caret below its column, and the lines around it, numbered.
 *
 * `hide` takes the secrets out of a text without changing its number of lines. Where it changed what stands before
 * the caret, the caret marks the start of what is hidden. `open` are the lines without what is secret by its place. No lines where the place has none.
 */
export function codeFrame(
  lines: SourceLines,
  place: Place,
  hide: (text: string) => string,
  around = shownAround,
  open: SourceLines = lines,
): string[] {
  const { line, column = 1 } = place;
  const written = line === undefined ? undefined : lines(line);
  if (line === undefined || written === undefined) return [];
  const first = Math.max(1, line - hiding.before);
  const near: string[] = [];
  for (let number = first; number <= line + hiding.after; number++) {
    const text = lines(number);
    if (text === undefined) break;
    near.push(text);
  }
  const hidden = hide(near.join('\n'))
    .split('\n')
    .map((text, i) => {
      const shown = open(first + i);
      return plain(shown === undefined || shown === near[i] ? text : hide(shown));
    });
  const visible = hidden[line - first] ?? [];
  const caret = caretIndex(plain(written).slice(0, column - 1), visible);
  const from = caret > maxWidth - 20 ? caret - maxWidth / 2 : 0;
  const last = Math.min(line + around, first + hidden.length - 1);
  const width = String(last).length;
  const row = (number: number, text: readonly string[], cutFrom: number) =>
    `${String(number).padStart(width)} | ${cut(text, cutFrom)}`.trimEnd();
  const rows: string[] = [];
  for (let number = Math.max(first, line - around); number <= last; number++) {
    if (number !== line) rows.push(row(number, hidden[number - first] ?? [], 0));
    else
      rows.push(
        row(number, visible, from),
        `${' '.repeat(width)} | ${blanksFor(visible.slice(from, caret))}^`,
      );
  }
  return withoutBlankEnds(rows);
}

/** True when the lines around a diagnostic may hold a credential, so that none is shown. */
export function isConfidential({ object, code }: Diagnostic): boolean {
  return object?.kind === 'Secret' || code === 'SECRET_PLAINTEXT';
}

/** As many blanks as a terminal gives cells to the characters: two to East Asian ones and emoji, none to marks. */
function blanksFor(characters: readonly string[]): string {
  return characters.map((each) => (wide.test(each) ? '  ' : /^\p{M}$/u.test(each) ? '' : ' ')).join('');
}

const wide =
  /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]$/u;

/** Rows without text before the first and after the last that has some. */
function withoutBlankEnds(rows: readonly string[]): string[] {
  const hasText = (row: string) => !row.endsWith(' |');
  const last = rows.findLastIndex(hasText);
  return rows.slice(Math.max(0, rows.findIndex(hasText)), last + 1);
}

/** As many characters as stand before the caret, or as are still the same there. */
function caretIndex(before: readonly string[], visible: readonly string[]): number {
  const changed = before.findIndex((character, i) => character !== visible[i]);
  return changed === -1 ? before.length : changed;
}

/** Characters of a line; those that would move the caret or steer a terminal are replaced. */
function plain(line: string): string[] {
  return Array.from(line.replace(/\t/g, ' ').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '·'));
}

function cut(line: readonly string[], from: number): string {
  return line
    .slice(from, from + maxWidth)
    .join('')
    .trimEnd();
}
