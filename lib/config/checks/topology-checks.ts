import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { closest } from '../../diagnostics/suggest.js';
import type { FleetConfig } from '../fleet-config.js';
import type { FieldPath, PlaceOf } from '../loaded-config.js';
import type { Shape } from '../topology-config.js';
import { fieldText } from '../validate/field-text.js';

/** A cluster named by a shape, and where. */
interface Mention {
  readonly name: string;
  readonly path: FieldPath;
}

/**
 * What a shape refers to: every cluster must be declared, and none is linked to itself.
 *
 * Reports TOPOLOGY_UNKNOWN_CLUSTER, TOPOLOGY_SELF_LINK, TOPOLOGY_DUPLICATE_LINK and, before a Link is made,
 * TOPOLOGY_TOO_LARGE.
 */
export function topologyChecks(fleet: FleetConfig, placeOf: PlaceOf): Diagnostic[] {
  const shapes = fleet.topology ?? [];
  const names = Object.keys(fleet.clusters);
  const tooLarge = tooManyLinks(fleet, names.length, placeOf);
  if (tooLarge !== undefined) return [tooLarge];
  const declared = new Set(names);
  const found = shapes.flatMap((shape, i) => {
    const mentions = mentionsOf(shape, ['topology', i]);
    return [
      ...mentions
        .filter(({ name }) => !declared.has(name))
        .map((m) => unknownCluster(m, names, fleet, placeOf)),
      ...repeated(shape, mentions, placeOf),
    ];
  });
  return [...found, ...duplicateLinks(shapes, names, placeOf)];
}

/** Most Links of a fleet that says nothing of them: their objects make a gigabyte of output. */
const usualMostLinks = 100_000;

function tooManyLinks(
  { topology: shapes = [], maxLinks = usualMostLinks }: FleetConfig,
  clusters: number,
  placeOf: PlaceOf,
): Diagnostic | undefined {
  const counts = shapes.map((shape) => linkCount(shape, clusters));
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all <= maxLinks) return undefined;
  const largest = counts.indexOf(Math.max(...counts));
  return {
    code: 'TOPOLOGY_TOO_LARGE',
    severity: 'error',
    message: `the topology makes ${all} Links, more than the ${maxLinks} that are rendered`,
    why: 'a mesh of n clusters has n × (n - 1) Links, and each is a controller that runs in its source cluster',
    fix: 'use `hubAndSpoke` or several smaller meshes, or raise `maxLinks` if so many are meant',
    path: `topology[${largest}]`,
    ...placeOf(['topology', largest]),
  };
}

function linkCount(shape: Shape, clusters: number): number {
  if ('hubAndSpoke' in shape) return shape.hubAndSpoke.spokes?.length ?? clusters - 1;
  if ('link' in shape) return 1;
  const members = ('mesh' in shape ? shape.mesh.clusters : shape.pair.clusters)?.length ?? clusters;
  return members * (members - 1);
}

function mentionsOf(shape: Shape, path: FieldPath): Mention[] {
  const list = (clusters: readonly string[] | undefined, ...steps: string[]): Mention[] =>
    (clusters ?? []).map((name, i) => ({ name, path: [...path, ...steps, i] }));
  if ('hubAndSpoke' in shape) {
    const { hub, spokes } = shape.hubAndSpoke;
    return [{ name: hub, path: [...path, 'hubAndSpoke', 'hub'] }, ...list(spokes, 'hubAndSpoke', 'spokes')];
  }
  if ('mesh' in shape) return list(shape.mesh.clusters, 'mesh', 'clusters');
  if ('pair' in shape) return list(shape.pair.clusters, 'pair', 'clusters');
  return [
    { name: shape.link.source, path: [...path, 'link', 'source'] },
    { name: shape.link.target, path: [...path, 'link', 'target'] },
  ];
}

function unknownCluster(
  { name, path }: Mention,
  names: readonly string[],
  fleet: FleetConfig,
  placeOf: PlaceOf,
): Diagnostic {
  const byArgocd = names.find((key) => fleet.clusters[key]?.argocdName === name);
  const meant = byArgocd ?? closest(name, names);
  const declare = `declare \`${name}\` under \`clusters\``;
  return {
    code: 'TOPOLOGY_UNKNOWN_CLUSTER',
    severity: 'error',
    message: `\`${fieldText(path)}\` names \`${name}\`, which is no cluster of the fleet`,
    why:
      byArgocd === undefined
        ? `\`clusters\` declares ${someOf(names)}`
        : `\`${name}\` is Argo CD's name of the cluster; Links go by its key \`${byArgocd}\``,
    fix:
      meant === undefined ? declare : `write \`${meant}\`${byArgocd === undefined ? `, or ${declare}` : ''}`,
    path: fieldText(path),
    ...placeOf(path),
  };
}

function someOf(names: readonly string[]): string {
  if (names.length === 0) return 'none';
  const shown = names.slice(0, 6).map((name) => `\`${name}\``);
  return names.length > 6 ? `${shown.join(', ')} and ${names.length - 6} more` : shown.join(', ');
}

/** A cluster that a shape names twice: linked to itself, or listed again. */
function repeated(shape: Shape, mentions: readonly Mention[], placeOf: PlaceOf): Diagnostic[] {
  const selfLinked = 'hubAndSpoke' in shape ? shape.hubAndSpoke.hub : undefined;
  const firsts = new Map<string, FieldPath>();
  const found: Diagnostic[] = [];
  for (const { name, path } of mentions) {
    const first = firsts.get(name);
    if (first === undefined) {
      firsts.set(name, path);
      continue;
    }
    const toItself = name === selfLinked || 'link' in shape || 'pair' in shape;
    found.push({
      code: toItself ? 'TOPOLOGY_SELF_LINK' : 'TOPOLOGY_DUPLICATE_LINK',
      severity: 'error',
      message: toItself ? `\`${name}\` is linked to itself` : `\`${name}\` is named twice`,
      ...(toItself
        ? { why: 'a cluster has its own Services already; the mirrors would be of themselves' }
        : {}),
      fix: toItself ? 'name another cluster here' : 'remove one of the two',
      path: fieldText(path),
      related: [{ message: 'first here', ...placeOf(first) }],
      ...placeOf(path),
    });
  }
  return found;
}

/** Two shapes that make the same Link; told once for each pair of shapes. */
function duplicateLinks(shapes: readonly Shape[], names: readonly string[], placeOf: PlaceOf): Diagnostic[] {
  if (shapes.length < 2) return [];
  const owners = new Map<string, Map<string, number>>();
  const told = new Set<string>();
  const pairs = new Map<string, { first: number; second: number; link: string; count: number }>();
  shapes.forEach((shape, second) => {
    for (const [source, target] of linksOf(shape, names)) {
      let ofSource = owners.get(source);
      if (ofSource === undefined) owners.set(source, (ofSource = new Map<string, number>()));
      const first = ofSource.get(target);
      if (first === undefined) ofSource.set(target, second);
      // a shape that names a cluster twice is told elsewhere
      if (first === undefined || first === second) continue;
      const link = `${source} → ${target}`;
      if (told.has(`${second} ${link}`)) continue;
      told.add(`${second} ${link}`);
      const pair = pairs.get(`${first} ${second}`);
      if (pair === undefined) pairs.set(`${first} ${second}`, { first, second, link, count: 1 });
      else pair.count += 1;
    }
  });
  return [...pairs.values()].map(({ first, second, link, count }) => ({
    code: 'TOPOLOGY_DUPLICATE_LINK',
    severity: 'error',
    message: `the Link ${link} is asked for twice${count > 1 ? `, and ${count - 1} more of this entry` : ''}`,
    why: 'two Links of one name in a cluster are one object, and which options it has cannot be told',
    fix: 'remove one of the two',
    link,
    path: `topology[${second}]`,
    related: [{ message: 'first here', ...placeOf(['topology', first]) }],
    ...placeOf(['topology', second]),
  }));
}

function* linksOf(
  shape: Shape,
  names: readonly string[],
): Generator<readonly [source: string, target: string]> {
  if ('hubAndSpoke' in shape) {
    const { hub, spokes = names } = shape.hubAndSpoke;
    for (const source of spokes) if (source !== hub) yield [source, hub];
  } else if ('link' in shape) yield [shape.link.source, shape.link.target];
  else {
    const members = ('mesh' in shape ? shape.mesh.clusters : shape.pair.clusters) ?? names;
    for (const source of members) {
      for (const target of members) if (source !== target) yield [source, target];
    }
  }
}
