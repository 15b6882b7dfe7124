/** A line of a text by its number, counted from 1, without its line end; undefined past the end. */
export type SourceLines = (line: number) => string | undefined;

/** The lines of a text. Line starts are looked up only as far as somebody asks. */
export function sourceLines(text: string): SourceLines {
  const starts = [0];
  return (line) => {
    while (starts.length <= line) {
      const end = text.indexOf('\n', starts[starts.length - 1]);
      if (end < 0) break;
      starts.push(end + 1);
    }
    const start = starts[line - 1];
    if (start === undefined) return undefined;
    const next = starts[line];
    return text.slice(start, next === undefined ? undefined : next - 1).replace(/\r$/, '');
  };
}
