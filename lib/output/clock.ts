/**
 * Milliseconds of a clock that only goes forward; their difference tells how long something took.
 *
 * Node's `performance` tells the same, but is itself loaded at its first use.
 */
export function clockMilliseconds(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1000 + nanoseconds / 1e6;
}
