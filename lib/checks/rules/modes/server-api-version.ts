import { firstWith } from '../../../releases/first-with.js';
import { isAtLeast, releasePoint } from '../../../releases/release-point.js';
import type { ClusterView } from '../../cluster-view.js';
import { mirroredBy } from '../../exports.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

const firstThatServes = firstWith('serverApiVersion', 'policy.linkerd.io/v1beta3');

/**
 * The target of flat or federated mode serves the version of Server that the source's destination controller reads.
 *
 * A warning, and only where a Service is found so, when the target's release alone tells: CRDs that nobody gave may be
 * newer.
 */
export const serverApiVersion = rule('SERVER_API_VERSION', {
  group: 'modes',
  severity: 'error',
  reach: 'links',
  fix: 'upgrade the target’s CRDs to 2.16 or newer before flat or federated Services are used',
  source: linkerd2('controller/api/destination/watcher/cluster_store.go'),
  symptoms: ['remote cluster not found', 'the server could not find the requested resource'],
  check(fleet, report) {
    for (const edge of fleet.edges) {
      const { source, target, link, label, isDirect } = edge;
      if (!isDirect || source.release === undefined || !isAtLeast(source.release, '2.16')) continue;
      if (target === undefined) continue;
      const field = link.remoteDiscoverySelector ?? link.federatedServiceSelector;
      const crd = target.symbols.crds.find((each) => each.name === 'servers.policy.linkerd.io');
      if (crd === undefined) {
        const release = releaseBefore(target);
        const found =
          release === undefined ? undefined : mirroredBy(edge).find(({ modes }) => modes.some(isPodToPod));
        if (release === undefined || found === undefined) continue;
        report({
          at: link,
          field,
          severity: 'warning',
          link: label,
          message: `Link ${link.name} finds Services pod to pod, and ${release}, which ${target.name} runs, brings no Server v1beta3`,
          related: [related(found.service, found.service, `Service ${found.service.name} is found so`)],
        });
        continue;
      }
      if (crd.versions.some(({ name, isServed }) => name === 'v1beta3' && isServed)) continue;
      report({
        at: link,
        field,
        link: label,
        message: `Link ${link.name} finds Services pod to pod, and ${crd.cluster} does not serve Server v1beta3`,
        related: [related(crd, crd, `the CRD of ${crd.cluster}`)],
      });
    }
  },
});

function isPodToPod(mode: string): boolean {
  return mode !== 'gateway';
}

/** The release of a cluster whose CRDs lack the version: the control plane's, which brings them, else the extension's. */
function releaseBefore({ symbols, releaseName }: ClusterView): string | undefined {
  const release = symbols.controlPlane?.version?.value ?? releaseName;
  const point = release === undefined ? undefined : releasePoint(release);
  return point === undefined || isAtLeast(point, firstThatServes) ? undefined : release;
}
