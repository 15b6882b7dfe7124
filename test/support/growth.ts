/** Rounds of which the quickest counts: what a busy machine adds is never less than nothing. */
const rounds = 5;

function quickest(run: () => void): number {
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** How many times as long something takes for twice the size: 2 where it is linear, 4 where it is quadratic. */
export function growthOf(run: (size: number) => void, size: number): number {
  run(size);
  return (
    quickest(() => {
      run(size * 2);
    }) /
    quickest(() => {
      run(size);
    })
  );
}
