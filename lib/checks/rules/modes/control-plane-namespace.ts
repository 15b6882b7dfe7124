import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

/** A Link names the namespace of the target's control plane, and flat mode needs the same name on both sides. */
export const controlPlaneNamespace = rule('CONTROL_PLANE_NAMESPACE', {
  group: 'modes',
  severity: 'warning',
  reach: 'links',
  fix: 'install the control plane in a namespace of the same name in all clusters that use flat or federated mode',
  source: linkerd2('controller/api/destination/watcher/cluster_store.go'),
  symptoms: ['no peer identity for a flat mirror', 'identity of a remote pod is not what was expected'],
  check(fleet, report) {
    for (const { source, target, link, label, isDirect } of fleet.edges) {
      const plane = target?.symbols.controlPlane;
      const theirs = plane?.namespace;
      if (plane === undefined || theirs === undefined) continue;
      const named = link.targetClusterLinkerdNamespace;
      if (named !== undefined && named.value !== theirs) {
        report({
          at: link,
          field: named,
          link: label,
          message: `Link ${link.name} says that the control plane of ${plane.cluster} is in ${named.value}; it is in ${theirs}`,
          related: [related(plane, plane, `the control plane of ${plane.cluster}`)],
        });
        continue;
      }
      const ours = source.symbols.controlPlane?.namespace;
      if (!isDirect || ours === undefined || ours === theirs) continue;
      report({
        at: link,
        field: link.remoteDiscoverySelector ?? link.federatedServiceSelector,
        link: label,
        message: `the control plane is in ${ours} in ${source.name} and in ${theirs} in ${plane.cluster}`,
        related: [related(plane, plane, `the control plane of ${plane.cluster}`)],
      });
    }
  },
});
