type Fields = Readonly<Record<string, unknown>>;

/**
 * A copy of a map of plain data, its keys in the same order.
 *
 * `{ ...map }` leaves the fast way where it meets maps of many kinds, as it does among the values of many clusters;
 * going through the keys takes half the time there.
 */
export function copyOfMap<T>(map: Readonly<Record<string, T>>): Record<string, T>;
export function copyOfMap(map: Fields): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const key in map) {
    // setting it would set something else than a key
    if (key === '__proto__') return { ...map };
    copy[key] = map[key];
  }
  return copy;
}
