import { edgeNumber, STABLE_LINES } from './published.js';

/** Stable 2.14 has a branch of its own, which left the edge releases before all that `STABLE_LINES` lists. */
const point2_14 = edgeNumber('edge-23.8.2');

/**
 * Where a release of anyone's stands on the line of releases: 260803 for edge-26.8.3.
 *
 * Takes every spelling that manifests hold: `edge-26.8.3`, `stable-2.14.10`, `version-2.18`, `2.18`, chart `2026.8.3`.
 * Undefined for anything else, such as a development build. Unlike `resolveRelease` it asks for no supported release:
 * manifests of others may be of any age.
 */
export function releasePoint(text: string): number | undefined {
  const known = points.get(text);
  if (known !== undefined) return known;
  const point = readPoint(text);
  if (point !== undefined && points.size < mostPoints) points.set(text, point);
  return point;
}

/** Releases are few; the spellings of others need not be. */
const mostPoints = 100;
const points = new Map<string, number>();

function readPoint(text: string): number | undefined {
  const edge = /^(?:edge-|20)(\d{2}\.\d{1,2}\.\d{1,2})$/.exec(text)?.[1];
  if (edge !== undefined) return edgeNumber(`edge-${edge}`);
  const minor = /^(?:stable-|version-|enterprise-)?(2\.\d{1,2})(?:\.\d+)?(?:-\d+)?$/.exec(text)?.[1];
  if (minor === '2.14') return point2_14;
  const line = STABLE_LINES.find((each) => each.minor === minor);
  return line === undefined ? undefined : edgeNumber(line.edge);
}

/** True when a point is that of release `first` or later. */
export function isAtLeast(point: number, first: string): boolean {
  const other = releasePoint(first);
  if (other === undefined) throw new Error(`no release is called ${first}`);
  return point >= other;
}

/** Whether something holds for a release; undefined when the release is not known. */
export function releaseHolds(
  span: { readonly since?: string; readonly until?: string },
  point: number | undefined,
): boolean | undefined {
  if (point === undefined) return undefined;
  return (
    (span.since === undefined || isAtLeast(point, span.since)) &&
    (span.until === undefined || !isAtLeast(point, span.until))
  );
}
