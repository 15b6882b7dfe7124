/** A Linkerd release as a point in time: year, month and number of the edge release it equals. */
export type Release = readonly [year: number, month: number, number: number];

/** Edge releases that the minor versions were declared on. */
const minors: Readonly<Record<string, Release>> = {
  '2.14': [23, 8, 2],
  '2.15': [24, 2, 4],
  '2.16': [24, 8, 2],
  '2.17': [24, 11, 8],
  '2.18': [25, 4, 4],
  '2.19': [25, 10, 7],
  '2.20': [26, 6, 3],
};

/**
 * A release from any of its spellings: `edge-26.8.3`, `stable-2.14.10`, `version-2.18`, `2.18`, chart `2026.8.3`.
 *
 * Undefined for anything else, such as a development build.
 */
export function parseRelease(text: string): Release | undefined {
  const edge = /^(?:edge-|20)(\d{2})\.(\d{1,2})\.(\d{1,2})$/.exec(text);
  if (edge !== null) return [Number(edge[1]), Number(edge[2]), Number(edge[3])];
  const minor = /^(?:stable-|version-|enterprise-)?(2\.\d{1,2})(?:\.\d+)?(?:-\d+)?$/.exec(text);
  return minor?.[1] === undefined ? undefined : minors[minor[1]];
}

/** True when `release` is `first` or later. */
export function isAtLeast(release: Release, first: string): boolean {
  const other = parseRelease(first);
  if (other === undefined) throw new Error(`no release is called ${first}`);
  for (const [i, part] of release.entries()) {
    const difference = part - (other[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** Whether a rule holds for a release; undefined when the release is not known. */
export function releaseHolds(
  span: { readonly since?: string; readonly until?: string },
  release: Release | undefined,
): boolean | undefined {
  if (release === undefined) return undefined;
  return (
    (span.since === undefined || isAtLeast(release, span.since)) &&
    (span.until === undefined || !isAtLeast(release, span.until))
  );
}
