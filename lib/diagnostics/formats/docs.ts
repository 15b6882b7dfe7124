/** Where a code is explained. */
export function docsOf(code: string): string {
  return `docs/rules.md#${code.toLowerCase()}`;
}
