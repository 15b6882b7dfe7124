const units: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
};

/**
 * Seconds of a Go duration such as `3s` or `1m30s`; undefined when Go cannot parse it (`3`, `1d`, `3 seconds`).
 * @see https://pkg.go.dev/time@go1.24.0#ParseDuration
 */
export function goDurationSeconds(text: string): number | undefined {
  if (/^[+-]?0$/.test(text)) return 0;
  const match = /^([+-]?)((?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/.exec(text);
  if (match?.[2] === undefined) return undefined;
  let seconds = 0;
  for (const [, number, unit] of match[2].matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g)) {
    seconds += Number(number) * (units[unit ?? ''] ?? 0);
  }
  return match[1] === '-' ? -seconds : seconds;
}
