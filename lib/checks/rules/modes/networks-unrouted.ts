import type { ClusterView } from '../../cluster-view.js';
import { mirroredBy } from '../../exports.js';
import { cannotTell } from '../../missing-fact.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

/** Flat and federated Services are mirrored only between clusters whose pods reach each other. */
export const networksUnrouted = rule('NETWORKS_UNROUTED', {
  group: 'modes',
  severity: 'error',
  reach: 'links',
  fix: 'export through the gateway (`mirror.linkerd.io/exported: "true"`), or route the pod networks and name the network that both clusters are on',
  source: linkerd2('multicluster/service-mirror/cluster_watcher.go'),
  symptoms: ['calls to a flat mirror time out', 'connect timed out to a pod address of another cluster'],
  check(fleet, report) {
    for (const edge of fleet.edges) {
      const { source, target } = edge;
      if (!edge.isDirect || target === undefined) continue;
      const direct = mirroredBy(edge).filter(({ modes }) => modes.some((mode) => mode !== 'gateway'));
      // a Link that has no other mode says enough without any exported Service
      const isOnlyDirect = !edge.hasGateway && (edge.link.selector?.value ?? 0) === 0;
      if (direct.length === 0 && !isOnlyDirect) continue;
      const [ours, theirs] = [networksOf(source), networksOf(target)];
      if (ours === undefined || theirs === undefined) {
        report.unknown(cannotTell.networks, source.name);
        continue;
      }
      if (ours.some((network) => theirs.includes(network))) continue;
      if (direct.length === 0) {
        report({
          at: edge.link,
          field: edge.link.remoteDiscoverySelector ?? edge.link.federatedServiceSelector,
          link: edge.label,
          message: `Link ${edge.link.name} mirrors pod to pod alone, and ${source.name} and ${target.name} share no network`,
        });
      }
      for (const { service } of direct) {
        report({
          at: service,
          field: service,
          link: edge.label,
          message: `Service ${service.name} is exported pod to pod, and ${source.name} and ${target.name} share no network`,
        });
      }
    }
  },
});

/** The networks that somebody told; undefined when nobody did. */
function networksOf({ facts }: ClusterView): readonly string[] | undefined {
  return facts.networks === undefined || facts.networks.length === 0 ? undefined : facts.networks;
}
