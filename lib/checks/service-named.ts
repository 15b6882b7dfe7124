import type { ServiceSymbol } from '../symbols/kinds/service.js';
import type { ClusterView } from './cluster-view.js';

/** Up to this many Services are gone through; the spokes of a fleet have one or two. */
const few = 8;

/** A Service of a cluster. An index is made where there are many: a large fleet would hold one for each spoke. */
export function serviceNamed(view: ClusterView, namespace: string, name: string): ServiceSymbol | undefined {
  const { services } = view.symbols;
  if (services.length > few) return view.services.get(`${namespace}/${name}`);
  // of two that are called alike the last one counts, as in the index
  for (let i = services.length - 1; i >= 0; i--) {
    const service = services[i];
    if (service?.name === name && (service.namespace ?? '') === namespace) return service;
  }
  return undefined;
}
