import { releaseNameOfChart } from './chart-release-name.js';
import { resolveRelease } from './resolve-release.js';
import type { Release } from './release.js';

/**
 * The release that a version of the chart `linkerd-multicluster` belongs to; undefined for ranges, and for what is
 * packaged from a release that is not supported.
 */
export function releaseOfChart(version: string): Release | undefined {
  const name = releaseNameOfChart(version);
  return name === undefined ? undefined : resolveRelease(name).release;
}
