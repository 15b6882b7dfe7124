import type { FieldPath } from '../config/loaded-config.js';
import type { Shape } from '../config/topology-config.js';
import { byCodeUnits } from '../diagnostics/order.js';
import type { Edge } from './edge.js';
import { hubAndSpoke } from './hub-and-spoke.js';
import { mesh } from './mesh.js';

/**
 * The shapes of a topology as directed edges, sorted by source, then target.
 *
 * Shapes are gone after this. Edges to clusters that do not exist, of a cluster to itself and named twice are
 * mistakes that the input stage has reported; they are left out here, the first of two stays.
 */
export function expandTopology(shapes: readonly Shape[], clusters: readonly string[]): Edge[] {
  const known = new Set(clusters);
  const seen = new Map<string, Edge>();
  shapes.forEach((shape, i) => {
    for (const edge of expandShape(shape, clusters, ['topology', i])) {
      if (edge.source === edge.target || !known.has(edge.source) || !known.has(edge.target)) continue;
      const key = `${edge.source}/${edge.target}`;
      if (!seen.has(key)) seen.set(key, edge);
    }
  });
  return [...seen.values()].sort(
    (a, b) => byCodeUnits(a.source, b.source) || byCodeUnits(a.target, b.target),
  );
}

/** One shape as edges, mistakes included, in the order of the file. */
export function expandShape(shape: Shape, clusters: readonly string[], path: FieldPath): Edge[] {
  if ('hubAndSpoke' in shape) return hubAndSpoke(shape.hubAndSpoke, clusters, [...path, 'hubAndSpoke']);
  if ('mesh' in shape) return mesh(shape.mesh, clusters, [...path, 'mesh']);
  if ('pair' in shape) return mesh(shape.pair, clusters, [...path, 'pair']);
  const { source, target, ...options } = shape.link;
  return [{ source, target, options, path: [...path, 'link'] }];
}
