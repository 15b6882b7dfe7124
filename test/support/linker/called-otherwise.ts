import type { TestFleet } from './fleets.js';

/** Gives the target by another name than Links use, as a folder named after Argo CD's would. */
export function calledOtherwise(fleet: TestFleet, name = 'hub'): void {
  fleet.clusters[name] = fleet.clusters.east ?? [];
  Reflect.deleteProperty(fleet.clusters, 'east');
  // it names the cluster, so it would be another finding than before
  fleet.options = { ...fleet.options, skip: ['GATEWAY_OPEN'] };
}
