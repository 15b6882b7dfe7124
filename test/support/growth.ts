/** Rounds of which the quickest counts: what a busy machine adds is never less than nothing. */
const rounds = 5;

/** How many times as long something takes for four times the size: 4 where it is linear, 16 where it is quadratic. */
export function growthOf(run: (size: number) => void, size: number): number {
  const best = { once: Infinity, fourfold: Infinity };
  run(size);
  // in turns, so that a busy moment hits both
  for (let round = 0; round < rounds; round++) {
    best.once = Math.min(best.once, timeOf(run, size));
    best.fourfold = Math.min(best.fourfold, timeOf(run, size * 4));
  }
  return best.fourfold / best.once;
}

function timeOf(run: (size: number) => void, size: number): number {
  const start = performance.now();
  run(size);
  return performance.now() - start;
}
