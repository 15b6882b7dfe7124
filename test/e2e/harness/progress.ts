/** Says what is going on, for whoever waits: one line on standard error. */
export function say(what: string): void {
  process.stderr.write(`e2e: ${what}\n`);
}

/** Says what is being done and, at the end, how long it took. */
export async function timed<Value>(what: string, work: () => Promise<Value>): Promise<Value> {
  const started = performance.now();
  const value = await work();
  say(`${what} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  return value;
}
