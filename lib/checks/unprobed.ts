import type { Edge } from './fleet.js';

/** True for a Link without gateway and probe; releases before 2.18 write an empty path where later ones write nothing. */
export function isUnprobed({ hasGateway, link }: Pick<Edge, 'hasGateway' | 'link'>): boolean {
  return !hasGateway && (link.probePath?.value ?? '') === '';
}
