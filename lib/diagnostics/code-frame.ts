import type { Place } from './diagnostic.js';

/** Most characters of a line that are shown; a longer one is cut around the caret. */
const maxWidth = 100;

/** Lines before and after the caret that are looked at when secrets are hidden: some span several lines. */
const context = { before: 40, after: 10 };

/**
 * The line of a place with a caret below its column, after the line above it.
 *
 * `hide` takes the secrets out of a text without changing its number of lines. Where it changed what stands before
 * the caret, the caret marks the start of what is hidden. No lines where the place has none.
 */
export function codeFrame(lines: readonly string[], place: Place, hide: (text: string) => string): string[] {
  const { line, column = 1 } = place;
  const written = line === undefined ? undefined : lines[line - 1];
  if (line === undefined || written === undefined) return [];
  const first = Math.max(0, line - 1 - context.before);
  const hidden = hide(lines.slice(first, line + context.after).join('\n')).split('\n');
  const visible = plain(hidden[line - 1 - first] ?? '');
  const above = plain(hidden[line - 2 - first] ?? '');
  const caret = caretIndex(plain(written).slice(0, column - 1), visible);
  const from = caret > maxWidth - 20 ? caret - maxWidth / 2 : 0;
  const gutter = ' '.repeat(String(line).length);
  return [
    ...(line > 1 && above.some((character) => character !== ' ')
      ? [`${String(line - 1).padStart(gutter.length)} | ${cut(above, 0)}`]
      : []),
    `${line} | ${cut(visible, from)}`,
    `${gutter} | ${' '.repeat(caret - from)}^`,
  ];
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
