import type { Fleet } from '../topology/fleet.js';
import type { Expectation } from './verdict.js';

/** What the credential of a Link must say, by the fleet; absent where the fleet has no such Link. */
export function expectationOf(fleet: Fleet, source: string, target: string): Expectation | undefined {
  const link = fleet.links.find((each) => each.source === source && each.target === target);
  const clusterOf = (name: string) => fleet.clusters.find((cluster) => cluster.name === name);
  const [from, to] = [clusterOf(source), clusterOf(target)];
  if (link === undefined || from === undefined || to === undefined) return undefined;
  return {
    link: { source, target },
    account: link.accessAccount,
    ...(to.apiServer !== undefined && { server: to.apiServer.url }),
    trustDomain: to.trustDomain,
    clusterDomain: to.clusterDomain,
    namespace: from.namespace,
    linkerdNamespace: from.linkerdNamespace,
  };
}
