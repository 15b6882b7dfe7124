import { firstWith } from '../../releases/first-with.js';
import { isAtLeast, releasePoint } from '../../releases/release-point.js';
import type { Inventory } from './inventory.js';

/** The first release with federated Services and the local mirror. */
export const federatedSince = firstWith('localServiceMirror');

/** True for a release that knows no federated Services; false for one that nobody named. */
export function isBeforeFederation(release: string | undefined): boolean {
  const point = releasePoint(release ?? '');
  return point !== undefined && !isAtLeast(point, federatedSince);
}

/**
 * A cluster as the controllers of a release see it: those before federated Services read no selector of members, and
 * there is no local mirror beside them.
 *
 * @see https://github.com/linkerd/linkerd2/blob/edge-24.11.2/multicluster/service-mirror/cluster_watcher.go
 */
export function asOfRelease(inventory: Inventory, release: string | undefined): Inventory {
  if (!isBeforeFederation(release)) return inventory;
  const links = inventory.links.map((link) => ({
    ...link,
    spec: { ...link.spec, federatedServiceSelector: null },
  }));
  const before: Inventory = { ...inventory, links };
  delete before.localMirror;
  return before;
}
