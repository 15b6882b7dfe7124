import type { WorkloadSymbol } from '../symbols/kinds/workload.js';
import type { ClusterView } from './cluster-view.js';

/** Controllers of a cluster that serve no Link of its files, with the Link each is for. */
export function controllersWithoutLink({ symbols, controllers }: ClusterView): [string, WorkloadSymbol][] {
  const links = new Set(symbols.links.map((link) => link.name));
  return [...controllers].flatMap(([link, [controller]]): [string, WorkloadSymbol][] =>
    links.has(link) || controller === undefined ? [] : [[link, controller]],
  );
}

/**
 * The one controller without a Link of a cluster that has one Link without a controller: surely meant for it.
 *
 * Two names for one thing are one mistake.
 */
export function loneController(view: ClusterView): WorkloadSymbol | undefined {
  const [lone, ...others] = controllersWithoutLink(view);
  const unserved = view.symbols.links.filter((link) => !view.controllers.has(link.name));
  return lone !== undefined && others.length === 0 && unserved.length === 1 ? lone[1] : undefined;
}
