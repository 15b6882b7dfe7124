import { isAtLeast } from '../../../releases/release-point.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

/** The target of flat or federated mode serves the version of Server that the source's destination controller reads. */
export const serverApiVersion = rule('SERVER_API_VERSION', {
  group: 'modes',
  severity: 'error',
  reach: 'links',
  fix: 'upgrade the target’s CRDs to 2.16 or newer before flat or federated Services are used',
  source: linkerd2('controller/api/destination/watcher/cluster_store.go'),
  symptoms: ['remote cluster not found', 'the server could not find the requested resource'],
  check(fleet, report) {
    for (const { source, target, link, label, isDirect } of fleet.edges) {
      if (!isDirect || source.release === undefined || !isAtLeast(source.release, '2.16')) continue;
      const crd = target?.symbols.crds.find((each) => each.name === 'servers.policy.linkerd.io');
      if (crd === undefined || crd.versions.some(({ name, isServed }) => name === 'v1beta3' && isServed))
        continue;
      report({
        at: link,
        field: link.remoteDiscoverySelector ?? link.federatedServiceSelector,
        link: label,
        message: `Link ${link.name} finds Services pod to pod, and ${crd.cluster} does not serve Server v1beta3`,
        related: [related(crd, crd, `the CRD of ${crd.cluster}`)],
      });
    }
  },
});
