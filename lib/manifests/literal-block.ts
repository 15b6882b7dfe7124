import { hiddenCharacter } from './hidden-characters.js';

/**
 * Text of several lines as a YAML literal block (`|` or `|-`) whose lines stand behind `pad`, or undefined where a
 * block could lose or change something, and for text of one line.
 *
 * A block is exact when the text ends with at most one line break, begins with neither a blank nor an empty line,
 * and holds no line of blanks alone and no character that would need an escape.
 */
export function literalBlock(text: string, pad: string): string | undefined {
  if (!text.includes('\n') || inexact.test(text) || hiddenCharacter.test(text)) return undefined;
  const ended = text.endsWith('\n');
  const lines = (ended ? text.slice(0, -1) : text).split('\n');
  return `${ended ? '|' : '|-'}\n${lines.map((line) => (line === '' ? '' : pad + line)).join('\n')}`;
}

const inexact = new RegExp(
  [
    /^[ \t\n]/, // an indented or empty first line hides where the indentation of the block ends
    /\n\n$/, // several line breaks at the end need `|+`, which whatever follows could lengthen
    /\n[ \t]+(?:\n|$)/, // a line of blanks alone
    /\n\t/, // a tab where indentation is counted
    /(?![\t\n])\p{Control}/u,
  ]
    .map((part) => part.source)
    .join('|'),
  'u',
);
