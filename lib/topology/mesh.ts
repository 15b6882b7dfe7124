import type { FieldPath } from '../config/loaded-config.js';
import type { MeshConfig } from '../config/topology-config.js';
import type { Edge } from './edge.js';

/** Every cluster mirrors from every other; all clusters of the fleet when none are named. */
export function mesh(shape: MeshConfig, clusters: readonly string[], path: FieldPath): Edge[] {
  const { clusters: named, ...options } = shape;
  const members = named ?? clusters;
  return members.flatMap((source, i) => {
    const ownPath = named === undefined ? path : [...path, 'clusters', i];
    return members
      .filter((target) => target !== source)
      .map((target) => ({ source, target, options, path: ownPath }));
  });
}
