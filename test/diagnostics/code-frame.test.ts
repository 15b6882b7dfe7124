import { describe, expect, it } from 'vitest';
import { codeFrame } from '../../lib/diagnostics/code-frame.js';
import { sourceLines } from '../../lib/diagnostics/source-lines.js';

const same = (text: string): string => text;
const lines = sourceLines(
  ['clusters:', '  east:', '\tapiServer: "https://é.example.com" # 🚀 x', ''].join('\n'),
);

describe('codeFrame', () => {
  it('puts the caret below the column, between two lines above and two below', () => {
    const six = sourceLines('a\nb\nc: d\ne\nf\ng');
    expect(codeFrame(six, { line: 3, column: 4 }, same)).toEqual([
      '1 | a',
      '2 | b',
      '3 | c: d',
      '  |    ^',
      '4 | e',
      '5 | f',
    ]);
  });

  it('leaves blank lines at its ends out, and aligns numbers', () => {
    const text = sourceLines(`${'\n'.repeat(9)}a\n\n`);
    expect(codeFrame(text, { line: 10, column: 1 }, same)).toEqual(['10 | a', '   | ^']);
  });

  it('shows the line alone where no lines around are asked for', () => {
    expect(codeFrame(lines, { line: 1, column: 1 }, same, 0)).toEqual(['1 | clusters:', '  | ^']);
  });

  it('counts characters as an editor does, and gives wide ones two cells', () => {
    expect(codeFrame(lines, { line: 3, column: 42 }, same, 0).at(-1)?.indexOf('^')).toBe(
      1 + '  | '.length + 41,
    );
    expect(codeFrame(lines, { line: 3, column: 42 }, same, 0)[0]).toBe(
      '3 |  apiServer: "https://é.example.com" # 🚀 x',
    );
  });

  it('shows no frame where the place has no line, or the text no such line', () => {
    expect(codeFrame(lines, {}, same)).toEqual([]);
    expect(codeFrame(lines, { line: 9 }, same)).toEqual([]);
  });

  it('cuts a long line around the caret', () => {
    const frame = codeFrame(
      sourceLines(`${'a'.repeat(500)}X${'b'.repeat(500)}`),
      { line: 1, column: 501 },
      same,
    );
    expect(frame[0]?.length).toBeLessThan(120);
    expect(frame[0]?.[frame[1]?.indexOf('^') ?? 0]).toBe('X');
  });

  it('shows what hides secrets leaves, and the caret at the start of what is hidden', () => {
    const hide = (text: string): string => text.replace(/s3cret\w+/, '[hidden]');
    expect(codeFrame(sourceLines('token: s3cretXYZ z'), { line: 1, column: 12 }, hide)).toEqual([
      '1 | token: [hidden] z',
      '  |        ^',
    ]);
  });

  it('lets no control character reach the terminal', () => {
    expect(codeFrame(sourceLines('a\u001b[31mb\u202ec'), { line: 1, column: 1 }, same)[0]).toBe(
      '1 | a·[31mb·c',
    );
  });
});
