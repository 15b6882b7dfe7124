/** Nanoseconds of each unit that Go knows; both signs for micro count. */
const units: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

const part = /(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/y;

/** The longest duration that Go can hold, in nanoseconds: about 292 years. */
export const longestGoDuration = 2 ** 63;

/**
 * The nanoseconds of a Go duration such as `1m30s`; undefined where Go refuses it (`3`, `1d`, `3 seconds`).
 *
 * @see https://pkg.go.dev/time@go1.24.0#ParseDuration
 */
export function parseGoDuration(text: string): number | undefined {
  const nanoseconds = durationOfAnyLength(text);
  return nanoseconds === undefined || Math.abs(nanoseconds) >= longestGoDuration ? undefined : nanoseconds;
}

/** Seconds of a Go duration; undefined where `parseGoDuration` is. */
export function goDurationSeconds(text: string): number | undefined {
  const nanoseconds = parseGoDuration(text);
  return nanoseconds === undefined ? undefined : nanoseconds / 1e9;
}

/** Like `parseGoDuration`, and tells of durations that Go cannot hold too. */
export function durationOfAnyLength(text: string): number | undefined {
  const unsigned = text.replace(/^[+-]/, '');
  if (unsigned === '0') return 0;
  let total = 0;
  let at = 0;
  while (at < unsigned.length) {
    part.lastIndex = at;
    const match = part.exec(unsigned);
    if (match === null) return undefined;
    const [whole, amount = '', unit = ''] = match;
    total += Number(amount) * (units[unit] ?? Number.NaN);
    at += whole.length;
  }
  if (at === 0) return undefined;
  return text.startsWith('-') ? -total : Math.trunc(total);
}

/** Whole seconds as Go prints them: 90 is `1m30s`, 3600 is `1h0m0s`. */
export function secondsAsGoDuration(seconds: number): string {
  const h = Math.floor(seconds / 3600);
  const m = Math.floor(seconds / 60) % 60;
  const s = `${seconds % 60}s`;
  if (h > 0) return `${h}h${m}m${s}`;
  return m > 0 ? `${m}m${s}` : s;
}
