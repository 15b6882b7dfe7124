/**
 * Marks plain data that many objects hold as it is, such as the rules of a role, and freezes it through and through.
 *
 * Its keys must be sorted at every depth and no field null or undefined, as it is rendered as it stands. What is
 * marked is looked at once: it is not cleaned again, and its text is written once for each place it stands at; a full
 * mesh of 100 clusters holds 10,000 of each.
 */
export function sharedPart<T extends object>(value: T): T {
  deepFreeze(value);
  parts.add(value);
  return value;
}

/** Whether a value was given to `sharedPart`. */
export function isSharedPart(value: object): boolean {
  return parts.has(value);
}

const parts = new WeakSet();

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  Object.freeze(value);
  Object.values(value).forEach(deepFreeze);
}
