import { selects } from '../symbols/kinds/selector.js';
import type { ServiceSymbol } from '../symbols/kinds/service.js';
import type { ClusterView } from './cluster-view.js';
import type { Edge, Fleet } from './fleet.js';

/** How a Service comes to the source of a Link. */
export type MirrorMode = 'gateway' | 'flat' | 'federated';

/** A Service that a Link's selectors pick in its target. */
export interface Mirrored {
  readonly service: ServiceSymbol;
  /** One mode of gateway or flat, and `federated` beside it. */
  readonly modes: readonly MirrorMode[];
}

const cache = new WeakMap<Edge, readonly Mirrored[]>();

/** What a Link mirrors of the Services in the given files; nothing when the target is not among them. */
export function mirroredBy(edge: Edge): readonly Mirrored[] {
  const known = cache.get(edge);
  if (known !== undefined) return known;
  const mirrored = [...candidatesOf(edge)].flatMap((service) => {
    const modes: MirrorMode[] = [];
    if (selects(edge.link.remoteDiscoverySelector, service.labels)) modes.push('flat');
    else if (selects(edge.link.selector, service.labels)) modes.push('gateway');
    if (selects(edge.link.federatedServiceSelector, service.labels)) modes.push('federated');
    return modes.length === 0 ? [] : [{ service, modes }];
  });
  cache.set(edge, mirrored);
  return mirrored;
}

const mirroring = new WeakMap<Fleet, readonly Edge[]>();

/** The Links that mirror any Service in the given files; few fleets hold the Services beside the Links. */
export function mirroringIn(fleet: Fleet): readonly Edge[] {
  let edges = mirroring.get(fleet);
  if (edges === undefined)
    mirroring.set(fleet, (edges = fleet.edges.filter((edge) => mirroredBy(edge).length > 0)));
  return edges;
}

const indexes = new WeakMap<ClusterView, ReadonlyMap<string, readonly ServiceSymbol[]>>();

/** Services of the target that any selector of the Link may pick: those with one of its labels, else all. */
function candidatesOf({ link, target }: Edge): ReadonlySet<ServiceSymbol> {
  const candidates = new Set<ServiceSymbol>();
  if (target === undefined) return candidates;
  for (const selector of [link.selector, link.remoteDiscoverySelector, link.federatedServiceSelector]) {
    if (selector === undefined || selector.value === 0) continue;
    const label = Object.entries(selector.matchLabels)[0];
    const services =
      label === undefined ? target.symbols.services : (indexOf(target).get(label.join('=')) ?? []);
    for (const service of services) candidates.add(service);
  }
  return candidates;
}

function indexOf(view: ClusterView): ReadonlyMap<string, readonly ServiceSymbol[]> {
  const known = indexes.get(view);
  if (known !== undefined) return known;
  const index = new Map<string, ServiceSymbol[]>();
  for (const service of view.symbols.services) {
    for (const label of Object.entries(service.labels)) {
      const key = label.join('=');
      const services = index.get(key);
      if (services === undefined) index.set(key, [service]);
      else services.push(service);
    }
  }
  indexes.set(view, index);
  return index;
}
