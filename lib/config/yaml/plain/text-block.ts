import { BeyondPlain } from './beyond-plain.js';

const header = /([|>])(-?) *\n/y;

/**
 * The text of a block, `|`, `|-`, `>` or `>-`, whose header begins at `from`, and where its last line ends; its lines
 * stand deeper than `indent`. Folded lines that stand deeper than others, or have blank ones between, are left to others.
 */
export function readTextBlock(
  text: string,
  from: number,
  indent: number,
): { readonly text: string; readonly end: number } {
  header.lastIndex = from;
  const match = header.exec(text);
  if (match === null) throw new BeyondPlain();
  const first = header.lastIndex;
  const depth = blanksAt(text, first);
  if (depth <= indent || text[first + depth] === '\n') throw new BeyondPlain();
  const isFolded = match[1] === '>';
  const lines: string[] = [];
  let blankLines = 0;
  let end = first;
  for (let at = first; at < text.length;) {
    const newline = text.indexOf('\n', at);
    // what ends without a line break is left to others
    if (newline === -1 && blanksAt(text, at) >= depth) throw new BeyondPlain();
    const blanks = blanksAt(text, at);
    if (at + blanks === newline && blanks <= depth) blankLines += 1;
    else if (blanks < depth) break;
    else {
      if (isFolded && (blankLines > 0 || blanks > depth || text[newline - 1] === ' '))
        throw new BeyondPlain();
      for (; blankLines > 0; blankLines--) lines.push('');
      lines.push(text.slice(at + depth, newline));
      end = newline + 1;
    }
    at = newline + 1;
  }
  const content = lines.join(isFolded ? ' ' : '\n');
  return { text: match[2] === '-' ? content : `${content}\n`, end };
}

function blanksAt(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 0x20) at += 1;
  return at - from;
}
