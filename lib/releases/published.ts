/** A stable line and the edge release that it was declared on, oldest first. 2.14 has its own branch, before all of them. */
export const STABLE_LINES: readonly { readonly minor: string; readonly edge: string }[] = [
  { minor: '2.15', edge: 'edge-24.2.4' },
  { minor: '2.16', edge: 'edge-24.8.2' },
  { minor: '2.17', edge: 'edge-24.11.8' },
  { minor: '2.18', edge: 'edge-25.4.4' },
  { minor: '2.19', edge: 'edge-25.10.7' },
  { minor: '2.20', edge: 'edge-26.6.3' },
];

/** The last release of stable 2.14. */
export const LAST_2_14_PATCH = 10;

/** How many edge releases each month brought, January first, for the years that are supported whole. */
const EDGES_BY_MONTH: Readonly<Record<number, readonly number[]>> = {
  25: [2, 3, 4, 4, 5, 4, 6, 5, 4, 7, 3, 3],
  26: [4, 1, 3, 4, 5, 3, 2, 3],
};

/** The oldest edge release that is supported for its own sake. */
export const OLDEST_EDGE = 'edge-25.1.1';

/** The newest release whose chart was compared with Helm's output. */
export const NEWEST_VERIFIED = 'edge-26.8.3';

/** Every edge release from the oldest supported to the newest verified, oldest first. */
export const EDGES: readonly string[] = Object.entries(EDGES_BY_MONTH).flatMap(([year, months]) =>
  months.flatMap((count, month) =>
    Array.from({ length: count }, (_, i) => `edge-${year}.${month + 1}.${i + 1}`),
  ),
);

/** The place of an edge release on the line: `edge-26.8.3` is 260803. NaN for anything else. */
export function edgeNumber(name: string): number {
  const match = /^edge-(\d{2})\.(\d{1,2})\.(\d{1,2})$/.exec(name);
  if (match === null) return NaN;
  return Number(match[1]) * 10_000 + Number(match[2]) * 100 + Number(match[3]);
}
