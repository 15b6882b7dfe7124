import type { FleetConfig } from '../config/fleet-config.js';
import type { LinkOptions, Shape } from '../config/topology-config.js';
import { expandShape } from '../topology/expand.js';

/** A Link by its clusters. */
export interface LinkName {
  readonly source: string;
  readonly target: string;
}

/** The fleet with options of one Link changed; a shape of several Links lets it go first. */
export function withLinkOptions(fleet: FleetConfig, name: LinkName, change: LinkOptions): FleetConfig {
  const { source, target } = name;
  return withTopology(fleet, name, (options) => [{ link: { source, target, ...options, ...change } }]);
}

/** The fleet without one Link. */
export function withoutLink(fleet: FleetConfig, name: LinkName): FleetConfig {
  return withTopology(fleet, name, () => []);
}

function withTopology(
  fleet: FleetConfig,
  name: LinkName,
  replace: (options: LinkOptions) => readonly Shape[],
): FleetConfig {
  const clusters = Object.keys(fleet.clusters);
  const topology = (fleet.topology ?? []).flatMap((shape) => {
    const edges = expandShape(shape, clusters, []);
    const edge = edges.find(({ source, target }) => source === name.source && target === name.target);
    if (edge === undefined) return [shape];
    const rest = edges.filter((each) => each !== edge);
    return [...shapesOf(shape, rest, clusters), ...replace(edge.options)];
  });
  return { ...fleet, topology };
}

/** What is left of a shape: a hub keeps its other spokes, any other shape falls into the Links it stood for. */
function shapesOf(shape: Shape, rest: ReturnType<typeof expandShape>, clusters: readonly string[]): Shape[] {
  if (rest.length === 0) return [];
  if ('hubAndSpoke' in shape) {
    const left = new Set(rest.map(({ source }) => source));
    const spokes = shape.hubAndSpoke.spokes ?? clusters;
    return [{ hubAndSpoke: { ...shape.hubAndSpoke, spokes: spokes.filter((spoke) => left.has(spoke)) } }];
  }
  return rest.map(({ source, target, options }) => ({ link: { source, target, ...options } }));
}
