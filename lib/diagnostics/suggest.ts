import { byCodeUnits } from './order.js';

/**
 * The candidate that `word` was most likely meant to be, or undefined when none is near.
 *
 * Near is: equal but for case and separators (`node_port` for `nodePort`), or at most one slip (a letter more, less,
 * other, or two swapped) for each three letters of the longer word. Among equally near ones the first by code units
 * is taken, whatever the order of `candidates`. Where `mostSlips` is given, none with more is near.
 */
export function closest(
  word: string,
  candidates: Iterable<string>,
  mostSlips = Infinity,
): string | undefined {
  const folded = fold(word);
  let best: string | undefined;
  let bestSlips = mostSlips;
  for (const candidate of candidates) {
    const other = fold(candidate);
    const allowed = Math.min(bestSlips, Math.floor(Math.max(folded.length, other.length) / 3));
    if (Math.abs(folded.length - other.length) > allowed) continue;
    const slips = countSlips(folded, other);
    if (slips > allowed) continue;
    if (slips === bestSlips && best !== undefined && byCodeUnits(best, candidate) <= 0) continue;
    best = candidate;
    bestSlips = slips;
  }
  return best;
}

function fold(word: string): string {
  return word.replace(/[-_. ]/g, '').toLowerCase();
}

/** Edit distance with swapped neighbours as one slip (optimal string alignment). */
export function countSlips(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let slips = Math.min(at(last, j - 1) + same, at(last, j) + 1, at(row, j - 1) + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) slips = Math.min(slips, at(beforeLast, j - 2) + 1);
      row.push(slips);
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
