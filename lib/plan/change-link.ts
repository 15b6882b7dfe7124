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

/** What makes a Link that a larger shape stands for an entry of its own, in words; nothing where it is one. */
export function ownEntry({ clusters, topology = [] }: FleetConfig, { source, target }: LinkName): string[] {
  for (const [i, shape] of topology.entries()) {
    const edges = expandShape(shape, Object.keys(clusters), []);
    const edge = edges.find((each) => each.source === source && each.target === target);
    if (edge === undefined) continue;
    if ('link' in shape) return [];
    const isMore = Object.keys(edge.options).length > 0;
    const entry = `\`- link: { source: ${source}, target: ${target} }\`${isMore ? ' with the options of the shape' : ''}`;
    return [`write the Link as an entry of its own: ${apart(shape, i, edges.length, source)} ${entry}`];
  }
  return [];
}

function apart(shape: Shape, i: number, links: number, spoke: string): string {
  if (links === 1) return `replace topology[${i}] by`;
  if (!('hubAndSpoke' in shape))
    return `replace topology[${i}] by an entry for each of its ${links} Links, here`;
  return shape.hubAndSpoke.spokes === undefined
    ? `list \`spokes\` of topology[${i}] without ${spoke}, and add`
    : `take ${spoke} out of \`spokes\` of topology[${i}], and add`;
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
