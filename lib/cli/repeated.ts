/** Gathers the values of a flag that may be repeated, in the order of the command line. */
export function repeated(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
