import type { LinkSymbol } from '../symbols/kinds/link.js';
import type { WorkloadSymbol } from '../symbols/kinds/workload.js';
import type { ClusterView } from './cluster-view.js';

/** Controllers of a cluster that serve no Link of its files, with the Link each is for. */
export function controllersWithoutLink({
  symbols,
  controllers,
}: ClusterView): readonly (readonly [string, WorkloadSymbol])[] {
  const isServed = linkNames(symbols.links, controllers.size);
  let without: [string, WorkloadSymbol][] | undefined;
  for (const [link, [controller]] of controllers) {
    if (controller !== undefined && !isServed(link)) (without ??= []).push([link, controller]);
  }
  return without ?? none;
}

const none: readonly never[] = [];

/** Tells the names of Links; an index is worth its making where several names are asked for. */
function linkNames(links: readonly LinkSymbol[], asked: number): (name: string) => boolean {
  if (asked < 2 || links.length < 2) return (name) => links.some((link) => link.name === name);
  const names = new Set(links.map((link) => link.name));
  return (name) => names.has(name);
}

/**
 * The one controller without a Link of a cluster that has one Link without a controller: surely meant for it.
 *
 * Two names for one thing are one mistake.
 */
export function loneController(view: ClusterView): WorkloadSymbol | undefined {
  const [lone, ...others] = controllersWithoutLink(view);
  if (lone === undefined || others.length > 0) return undefined;
  const unserved = view.symbols.links.filter((link) => !view.controllers.has(link.name));
  return unserved.length === 1 ? lone[1] : undefined;
}
