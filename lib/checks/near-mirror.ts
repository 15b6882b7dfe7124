import { countSlips } from '../diagnostics/suggest.js';
import type { ClusterView } from './cluster-view.js';
import type { Edge, Fleet } from './fleet.js';

/** A name that is nearly that of a mirror. */
export interface NearMirror {
  readonly edge: Edge;
  /** The exported Service's name, as far as the name tells. */
  readonly base: string;
  /** The end that stands where the target's name should. */
  readonly end: string;
}

/** Shortest name of a target that a slip is looked for in: among shorter words one letter makes another word. */
const shortest = 5;

/**
 * The mirror that a Service's name was meant to be: it ends in the target's other name, or in the name that Links use
 * with one letter wrong. Numbers tell clusters apart, so no digit is taken for a slip.
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
  for (let at = name.indexOf('-'); at >= 0; at = name.indexOf('-', at + 1)) {
    const end = name.slice(at + 1);
    const base = name.slice(0, at);
    const other = edges.find(({ target }) => target?.name === end);
    if (other !== undefined) return { edge: other, base, end };
    if (end === source.name || fleet.view(end) !== undefined) continue;
    const slipped = edges.find(({ targetName }) => isSlip(end, targetName));
    if (slipped !== undefined) return { edge: slipped, base, end };
  }
  return undefined;
}

function isSlip(end: string, target: string): boolean {
  if (target.length < shortest || Math.abs(end.length - target.length) > 1) return false;
  const digits = (text: string) => text.replace(/\D/g, '');
  return digits(end) === digits(target) && countSlips(end, target) === 1;
}
