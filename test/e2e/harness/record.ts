/** Whether a value is an object with fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path of field names, or undefined where the path ends early. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((here, field) => {
    if (Array.isArray(here)) return typeof field === 'number' ? (here as unknown[])[field] : undefined;
    return isRecord(here) ? here[field] : undefined;
  }, value);
}

/** The text at a path of field names; the empty text where there is none. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : '';
}
