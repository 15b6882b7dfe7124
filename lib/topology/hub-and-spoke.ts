import type { FieldPath } from '../config/loaded-config.js';
import type { HubAndSpokeConfig } from '../config/topology-config.js';
import type { Edge } from './edge.js';

/** Every spoke mirrors from the hub; all other clusters are spokes when none are named. */
export function hubAndSpoke(shape: HubAndSpokeConfig, clusters: readonly string[], path: FieldPath): Edge[] {
  const { hub, spokes, ...options } = shape;
  if (spokes !== undefined) {
    return spokes.map((source, i) => ({ source, target: hub, options, path: [...path, 'spokes', i] }));
  }
  return clusters
    .filter((name) => name !== hub)
    .map((source) => ({ source, target: hub, options, path: [...path, 'hub'] }));
}
