import type { ClusterConfig } from './cluster-config.js';
import type { FleetConfig } from './fleet-config.js';
import type { FieldPath } from './loaded-config.js';
import type { Shape } from './topology-config.js';

/**
 * The part of a fleet whose types hold, so that one mistake does not hide the others.
 *
 * Of a cluster with a wrong type the names stay, of a topology entry its index, as a hole in the list; other
 * wrong parts are left out. Undefined when `clusters` itself cannot be told.
 */
export function soundPart(data: unknown, unsound: readonly FieldPath[]): FleetConfig | undefined {
  if (unsound.length === 0) return data as FleetConfig;
  const isBroken = (...path: FieldPath): boolean =>
    unsound.some((wrong) => wrong.length <= path.length && wrong.every((step, i) => step === path[i]));
  if (typeof data !== 'object' || data === null || isBroken('clusters') || !('clusters' in data))
    return undefined;
  const fleet = data as FleetConfig;
  const brokenClusters = new Set(unsound.filter(([head]) => head === 'clusters').map((path) => path[1]));
  const clusters = Object.fromEntries(
    Object.entries(fleet.clusters).map(([name, cluster]): [string, ClusterConfig | null] => [
      name,
      brokenClusters.has(name) ? nameOnly(cluster) : cluster,
    ]),
  );
  const brokenShapes = new Set(unsound.filter(([head]) => head === 'topology').map((path) => path[1]));
  const shapes = isBroken('topology') ? [] : (fleet.topology ?? []);
  const topology = new Array<Shape>(shapes.length);
  shapes.forEach((shape, i) => {
    if (!brokenShapes.has(i)) topology[i] = shape;
  });
  const isSound = (key: string): boolean => !unsound.some(([head]) => head === key);
  const { argocd, maxLinks, suppress, wrapper } = fleet;
  return {
    name: fleet.name,
    linkerd: fleet.linkerd,
    clusters,
    topology,
    ...(argocd !== undefined && isSound('argocd') ? { argocd } : {}),
    ...(maxLinks !== undefined && isSound('maxLinks') ? { maxLinks } : {}),
    ...(wrapper !== undefined && isSound('wrapper') ? { wrapper } : {}),
    ...(suppress !== undefined && isSound('suppress') ? { suppress } : {}),
  };
}

function nameOnly(cluster: unknown): ClusterConfig {
  if (typeof cluster !== 'object' || cluster === null || !('argocdName' in cluster)) return {};
  return typeof cluster.argocdName === 'string' ? { argocdName: cluster.argocdName } : {};
}
