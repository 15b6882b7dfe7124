/**
 * The items of a comma-separated flag, quotes as in CSV: `a,"b,c"` is `a` and `b,c`; undefined where a quote is stray.
 *
 * Blanks count, and empty text has no items, as for any list flag of Linkerd's commands.
 * @see https://github.com/spf13/pflag/blob/v1.0.10/string_slice.go
 */
export function csvList(text: string): string[] | undefined {
  if (text === '') return [];
  const items: string[] = [];
  const item = /("(?:[^"]|"")*"|[^",]*)(,|$)/y;
  for (let separator = ','; separator === ',';) {
    const match = item.exec(text);
    if (match === null) return undefined;
    const [, field = '', end = ''] = match;
    items.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    separator = end;
  }
  return items;
}
