import type { ServiceSymbol } from '../symbols/kinds/service.js';
import type { ClusterView } from './cluster-view.js';
import { mirroredBy, type MirrorMode } from './exports.js';
import { federatedSuffix } from './federated-name.js';
import type { Edge, Fleet } from './fleet.js';
import { cannotTell, type MissingFact } from './missing-fact.js';
import { endingsOf } from './name-endings.js';

/** What a name of a Service in a source means, by the Links of that source. */
export type MirrorVerdict =
  | {
      readonly state: 'mirror';
      readonly edge: Edge;
      readonly service: ServiceSymbol;
      readonly mode: MirrorMode;
    }
  | { readonly state: 'missing'; readonly edge: Edge; readonly service: ServiceSymbol }
  | {
      readonly state: 'unknown';
      readonly fact: MissingFact;
      readonly cluster: string;
      /** Where the target is known, and only the Service behind the name is not among its files. */
      readonly unseen?: UnseenExport;
    };

/** A mirror whose Service no file holds: the Links that may mirror it, and how its name ends. */
export interface UnseenExport {
  readonly edges: Iterable<Edge>;
  readonly ending: string;
}

/**
 * What stands behind the name of a mirror or federated Service; undefined for any other name, and for one that the
 * source has a Service of.
 *
 * `missing` only where the Service is among the files of the target and no Link selects it.
 */
export function mirrorNamed(
  fleet: Fleet,
  source: ClusterView,
  name: string,
  namespace: string,
): MirrorVerdict | undefined {
  const edges = edgesOf(fleet, source);
  if (edges.size === 0 || source.services.has(`${namespace}/${name}`)) return undefined;
  const edge = edgeNamed(name, edges);
  if (edge === undefined)
    return name.endsWith(federatedSuffix) ? federatedNamed(source, edges, name, namespace) : undefined;
  if (edge.target === undefined) return { state: 'unknown', fact: cannotTell.target, cluster: source.name };
  const ending = `-${edge.targetName}`;
  const service = edge.target.services.get(`${namespace}/${name.slice(0, -ending.length)}`);
  if (service === undefined)
    return {
      state: 'unknown',
      fact: cannotTell.exports,
      cluster: edge.target.name,
      unseen: { edges: [edge], ending },
    };
  const mode = modesOf(edge, service).find((each) => each !== 'federated');
  return mode === undefined ? { state: 'missing', edge, service } : { state: 'mirror', edge, service, mode };
}

function modesOf(edge: Edge, service: ServiceSymbol): readonly MirrorMode[] {
  return mirroredBy(edge).find((each) => each.service === service)?.modes ?? [];
}

/** A federated Service exists while one of its members does. */
function federatedNamed(
  source: ClusterView,
  edges: ReadonlyMap<string, Edge>,
  name: string,
  namespace: string,
): MirrorVerdict | undefined {
  const key = `${namespace}/${name.slice(0, -federatedSuffix.length)}`;
  const local = source.services.get(key);
  let verdict: MirrorVerdict | undefined;
  for (const edge of edges.values()) {
    if ((edge.link.federatedServiceSelector?.value ?? 0) === 0) continue;
    if (local?.labels['mirror.linkerd.io/federated'] === 'member')
      return { state: 'mirror', edge, service: local, mode: 'federated' };
    const service = edge.target?.services.get(key);
    if (service === undefined)
      verdict = {
        state: 'unknown',
        fact: cannotTell.exports,
        cluster: edge.target?.name ?? edge.targetName,
        unseen: { edges: edges.values(), ending: federatedSuffix },
      };
    else if (modesOf(edge, service).includes('federated'))
      return { state: 'mirror', edge, service, mode: 'federated' };
    else verdict ??= { state: 'missing', edge, service };
  }
  return verdict;
}

const bySource = new WeakMap<ClusterView, ReadonlyMap<string, Edge>>();

function edgesOf(fleet: Fleet, source: ClusterView): ReadonlyMap<string, Edge> {
  const known = bySource.get(source);
  if (known !== undefined) return known;
  const edges = new Map((fleet.edgesFrom.get(source.name) ?? []).map((edge) => [edge.targetName, edge]));
  bySource.set(source, edges);
  return edges;
}

/** The Link whose target's name ends the Service's; the longest. */
function edgeNamed(service: string, edges: ReadonlyMap<string, Edge>): Edge | undefined {
  const ending = endingsOf(service).find((each) => edges.has(each));
  return ending === undefined ? undefined : edges.get(ending);
}
