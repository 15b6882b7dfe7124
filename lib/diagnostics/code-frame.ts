import type { Place } from './diagnostic.js';

/** Most characters of a line that are shown; a longer one is cut around the caret. */
const maxWidth = 100;

/**
 * The line of a place with a caret below its column, and the line above for orientation.
 *
 * Tabs count as one blank, other control characters become `·`, so that the caret stands right in any terminal.
 * `hide` takes secrets out of the lines; it must not lengthen what stands before the caret, else the caret moves
 * to the start of what was hidden. No lines where the place has none, or the text no such line.
 */
export function codeFrame(text: string, place: Place, hide: (text: string) => string = (t) => t): string[] {
  const { line, column = 1 } = place;
  if (line === undefined) return [];
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/, line);
  const shown = lines.at(line - 1);
  if (lines.length < line || shown === undefined) return [];
  const number = String(line);
  const gutter = ' '.repeat(number.length);
  const above = lines.at(line - 2);
  const hidden = hide(lines.join('\n')).split('\n');
  const frame: string[] = [];
  if (line > 1 && above !== undefined && above.trim() !== '') {
    frame.push(`${String(line - 1).padStart(number.length)} | ${cut(plain(hidden[line - 2] ?? ''), 0)}`);
  }
  const visible = plain(hidden[line - 1] ?? '');
  const at = caretColumn(shown, visible, column);
  const from = at > maxWidth - 20 ? at - 40 : 0;
  frame.push(`${number} | ${cut(visible, from)}`, `${gutter} | ${' '.repeat(at - from)}^`);
  return frame;
}

/** Index of the caret in the visible line: that of the column, or of the first difference when the line was changed. */
function caretColumn(line: string, visible: string, column: number): number {
  const wanted = Array.from(line).slice(0, column - 1).length;
  const before = plain(Array.from(line).slice(0, wanted).join(''));
  if (visible.startsWith(before)) return Array.from(before).length;
  let same = 0;
  while (same < before.length && before[same] === visible[same]) same += 1;
  return same;
}

function plain(line: string): string {
  // eslint-disable-next-line no-control-regex -- control characters would move the caret, or the terminal
  return line.replace(/\t/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/g, '·');
}

function cut(line: string, from: number): string {
  const characters = Array.from(line);
  return characters.slice(from, from + maxWidth).join('').trimEnd();
}
