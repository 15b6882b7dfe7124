/**
 * A copy of plain data without what is undefined, so that a key set to `undefined` in code is a key left out.
 *
 * Anything that is no mapping, list or scalar stays as it is, for validation to refuse.
 */
export function plainData(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainData);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, child]) => child !== undefined)
      .map(([key, child]) => [key, plainData(child)]),
  );
}
