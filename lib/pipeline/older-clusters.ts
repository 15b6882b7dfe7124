import { existsSync } from 'node:fs';
import { readGivenClusters, type GivenClusters, type GivenClustersOptions } from './given-clusters.js';
import { openRevision } from './revision-tree.js';

/** What to compare with, beside what is predicted now. */
export interface OlderClustersOptions extends GivenClustersOptions {
  /** Folders that hold the older state, or one Git revision of the present folders. */
  readonly before: readonly string[];
  /** `NAME=PATH` of the older state; the present ones when empty. */
  readonly beforeCluster: readonly string[];
}

/**
 * Reads the older state of a comparison. A folder comes before a revision of the same name.
 *
 * Reports what `readGivenClusters` reports; places in a revision read `main:dist/…`.
 */
export function readOlderClusters(options: OlderClustersOptions): GivenClusters {
  const { before, beforeCluster, folders, clusters } = options;
  const revisions = before.filter((each) => !existsSync(each));
  const [revision] = revisions;
  const ownClusters = beforeCluster.length > 0 ? beforeCluster : clusters;
  if (revision === undefined)
    return readGivenClusters({ ...options, folders: before, clusters: ownClusters });
  if (before.length > 1) return { usage: '--before takes folders, or one Git revision' };
  const tree = openRevision(revision);
  if (typeof tree === 'string') return { usage: tree };
  return readGivenClusters({ ...options, folders, clusters: ownClusters, revision: tree });
}
