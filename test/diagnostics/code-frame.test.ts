import { describe, expect, it } from 'vitest';
import { codeFrame } from '../../lib/diagnostics/code-frame.js';

const same = (text: string): string => text;
const lines = ['clusters:', '  east:', '\tapiServer: "https://é.example.com" # 🚀 x', ''];

describe('codeFrame', () => {
  it('puts the caret below the column, after the line above', () => {
    expect(codeFrame(lines, { line: 2, column: 3 }, same)).toEqual([
      '1 | clusters:',
      '2 |   east:',
      '  |   ^',
    ]);
  });

  it('shows the first line alone', () => {
    expect(codeFrame(lines, { line: 1, column: 1 }, same)).toEqual(['1 | clusters:', '  | ^']);
  });

  it('counts characters as an editor does', () => {
    expect(codeFrame(lines, { line: 3, column: 42 }, same).at(-1)?.indexOf('^')).toBe('  | '.length + 41);
    expect(codeFrame(lines, { line: 3, column: 42 }, same)[1]).toBe(
      '3 |  apiServer: "https://é.example.com" # 🚀 x',
    );
  });

  it('shows no frame where the place has no line, or the text no such line', () => {
    expect(codeFrame(lines, {}, same)).toEqual([]);
    expect(codeFrame(lines, { line: 9 }, same)).toEqual([]);
  });

  it('cuts a long line around the caret', () => {
    const frame = codeFrame([`${'a'.repeat(500)}X${'b'.repeat(500)}`], { line: 1, column: 501 }, same);
    expect(frame[0]?.length).toBeLessThan(120);
    expect(frame[0]?.[frame[1]?.indexOf('^') ?? 0]).toBe('X');
  });

  it('shows what hides secrets leaves, and the caret at the start of what is hidden', () => {
    const hide = (text: string): string => text.replace(/s3cret\w+/, '[hidden]');
    expect(codeFrame(['token: s3cretXYZ z'], { line: 1, column: 12 }, hide)).toEqual([
      '1 | token: [hidden] z',
      '  |        ^',
    ]);
  });

  it('lets no control character reach the terminal', () => {
    expect(codeFrame(['a\u001b[31mb\u202ec'], { line: 1, column: 1 }, same)[0]).toBe('1 | a·[31mb·c');
  });
});
