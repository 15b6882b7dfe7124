/** A mapping of what was read. */
export type Mapping = Readonly<Record<string, unknown>>;

/** True for a mapping, false for lists, scalars and null. */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for what is written and not empty: to Go `""`, `null` and an absent field are the same. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}
