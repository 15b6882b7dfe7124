/** What stands in place of a value. */
export const mask = '[redacted]';

/** True for a document that holds a Secret, whatever else is wrong with it. */
export function holdsSecret(document: string): boolean {
  if (/\bstringData\b/.test(document)) return true;
  const lines = document.split('\n').filter((line) => kindOfSecret.test(line));
  if (lines.length === 0) return false;
  if (lines.some((line) => /^["']?kind\b/.test(line) || /\bdata\b/.test(line))) return true;
  // in a list, and in JSON: its data stands beside its kind
  const columns = new Set(lines.map(columnOf));
  return document
    .split('\n')
    .some((line) => /^[\s-]*["']?data["']?\s*:/.test(line) && columns.has(columnOf(line)));
}

/** A line that says of an object that it is a Secret. */
const kindOfSecret =
  /^[\s?[{-]*["']?kind\b[^\n#]{0,40}?(?<![A-Za-z])Secret(?:List)?(?![\w-])|^\s*\{.*\bkind\b[^\n]{0,40}?(?<![A-Za-z])Secret\b/;

/** The lines of a Secret without their values, but for plain words of its metadata; what stands below a key of its data is no key. */
export function keysAlone(lines: readonly string[]): string[] {
  let data: number | undefined;
  let child: number | undefined;
  let metadata: number | undefined;
  return lines.map((line) => {
    if (/^(?:\s*|---\s*|\s*-\s*)$/.test(line)) return line;
    const column = columnOf(line);
    if (data !== undefined && column <= data) data = child = undefined;
    if (metadata !== undefined && column <= metadata) metadata = undefined;
    if (data !== undefined) child ??= column;
    const key = /^\s*(?:-\s+){0,99}(["']?)[\w./][\w./-]*\1\s*:(?=\s|$)/.exec(line)?.[0];
    if (key === undefined || (child !== undefined && column > child)) return indentOf(line) + mask;
    if (data === undefined && /\b(?:stringD|d)ata["']?\s*:$/.test(key)) data = column;
    if (data === undefined && /\bmetadata["']?\s*:$/.test(key)) metadata = column;
    const value = line.slice(key.length);
    const isPlain =
      plainHead.test(line) || (metadata !== undefined && data === undefined && word.test(value));
    return isPlain || /^\s*$/.test(value) ? line : `${key} ${mask}`;
  });
}

/** The lines that say what an object is. */
const plainHead = /^\s*(?:-\s+){0,99}["']?(?:apiVersion|kind|type)["']?\s*:\s*["']?[\w./-]+["']?,?\s*$/;

/** A value of a word or two, as names, labels and most annotations are. */
const word = /^\s*(["']?)[A-Za-z][\w./:-]{0,62}(?: [\w./:-]{1,40})?\1,?\s*$/;

/** The blanks that a line begins with. */
export function indentOf(line: string): string {
  return /^\s*/.exec(line)?.[0] ?? '';
}

/** Where the key of a line stands, marks of lists left out. */
export function columnOf(line: string): number {
  return /^[\s-]*/.exec(line)?.[0].length ?? 0;
}
