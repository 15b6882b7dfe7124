import type { ClusterView } from './cluster-view.js';
import type { Edge, Fleet } from './fleet.js';
import { endingsOf } from './name-endings.js';
import { isOneSlip } from './one-slip.js';

/** A name that is nearly that of a mirror. */
export interface NearMirror {
  readonly edge: Edge;
  /** The exported Service's name, as far as the name tells. */
  readonly base: string;
  /** The end that stands where the target's name should. */
  readonly end: string;
  /** True when the end is another name of the target, not one with a slip. */
  readonly isName: boolean;
}

/**
 * The mirror that a Service's name was meant to be: it ends in the target's other name, or in the name that Links use
 * with one letter wrong.
 *
 * Undefined for names of Services that the source has, and where the end is the name of a given cluster of its own.
 */
export function nearMirror(
  fleet: Fleet,
  source: ClusterView,
  name: string,
  namespace: string,
): NearMirror | undefined {
  if (source.services.has(`${namespace}/${name}`)) return undefined;
  const edges = fleet.edgesFrom.get(source.name) ?? [];
  for (const end of endingsOf(name)) {
    const base = name.slice(0, -end.length - 1);
    const alias = fleet.facts.clusters?.[end]?.argocdName;
    const other = edges.find(({ target }) => target !== undefined && [end, alias].includes(target.name));
    if (other !== undefined) return { edge: other, base, end, isName: true };
    if (end === source.name || fleet.view(end) !== undefined) continue;
    const slipped = edges.find(({ targetName }) => isOneSlip(end, targetName));
    if (slipped !== undefined) return { edge: slipped, base, end, isName: false };
  }
  return undefined;
}
