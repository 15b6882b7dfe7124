/**
 * Makes something of an object once, as long as no other is asked about in between; for what is asked of one cluster
 * many times in a row.
 *
 * A WeakMap would do, but what it made of a short-lived object lives on until V8 collects all garbage: a scavenge of
 * new objects takes every value of a WeakMap for one that is in use, be its key or not.
 */
export function ofLatest<K extends object, T>(make: (of: K) => T): (of: K) => T {
  let latest: { readonly of: K; readonly made: T } | undefined;
  return (of) => {
    if (latest?.of !== of) latest = { of, made: make(of) };
    return latest.made;
  };
}
