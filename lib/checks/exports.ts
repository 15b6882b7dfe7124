import { selects } from '../symbols/kinds/selector.js';
import type { ServiceSymbol } from '../symbols/kinds/service.js';
import type { ClusterView } from './cluster-view.js';
import type { Edge, Fleet } from './fleet.js';

/** How a Service comes to the source of a Link. */
export type MirrorMode = 'hierarchical' | 'flat' | 'federated';

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
  const mirrored = (edge.target === undefined ? [] : candidatesOf(edge.target)).flatMap((service) => {
    const modes: MirrorMode[] = [];
    if (selects(edge.link.remoteDiscoverySelector, service.labels)) modes.push('flat');
    else if (selects(edge.link.selector, service.labels)) modes.push('hierarchical');
    if (selects(edge.link.federatedServiceSelector, service.labels)) modes.push('federated');
    return modes.length === 0 ? [] : [{ service, modes }];
  });
  cache.set(edge, mirrored);
  return mirrored;
}

const candidates = new WeakMap<ClusterView, readonly ServiceSymbol[]>();

/** Services with labels: only they can be selected by more than the absence of a label. */
function candidatesOf(view: ClusterView): readonly ServiceSymbol[] {
  const known = candidates.get(view);
  if (known !== undefined) return known;
  const services = view.symbols.services.filter((service) =>
    Object.keys(service.labels).some((key) => key !== 'linkerd.io/extension'),
  );
  candidates.set(view, services);
  return services;
}

/** True when a Service carries an export or federation label of upstream's own. */
export function isMarkedForExport(service: ServiceSymbol): boolean {
  return (
    service.labels['mirror.linkerd.io/exported'] !== undefined ||
    service.labels['mirror.linkerd.io/federated'] !== undefined
  );
}

/** True when any cluster's files hold an exported Service: only then can a missing one be told. */
export function knowsExports(fleet: Fleet): boolean {
  return fleet.clusters.some((view) => view.symbols.services.some((service) => isMarkedForExport(service)));
}
