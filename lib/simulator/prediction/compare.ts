import { compareSource } from './compare-source.js';
import type { Comparison } from './comparison.js';
import { calledBy, fleetNames } from './fleet-names.js';
import { takeFleetInventory, type PredictionInput } from './predict.js';

/**
 * Says what becomes of the mirrors when one set of manifests replaces another under running controllers.
 *
 * The change is taken in this order: the source's Namespaces and Services, its Links, then the targets.
 * Stale is what differs, after that, from what controllers would make of the new manifests from nothing.
 * Clusters that only one side has are compared with an empty one.
 */
export function compare(before: PredictionInput, after: PredictionInput): Comparison {
  const names = [...before.clusters, ...after.clusters].map(({ name }) => name);
  const complete = (input: PredictionInput): PredictionInput => {
    const known = new Set(input.clusters.map(({ name }) => name));
    const absent = [...new Set(names)]
      .filter((name) => !known.has(name))
      .map((name) => ({ name, manifests: [] }));
    return { ...input, clusters: [...input.clusters, ...absent] };
  };
  const called = fleetNames(after, before);
  const old = takeFleetInventory(calledBy(called, complete(before)));
  const now = takeFleetInventory(calledBy(called, complete(after)));
  const results = now.clusters.map((source, i) => compareSource(old, now, old.clusters[i] ?? source, source));
  return { changes: results.flatMap(({ changes }) => changes), stale: results.flatMap(({ stale }) => stale) };
}
