import { credentialsOf } from '../../credentials.js';
import { mirroredBy } from '../../exports.js';
import { secretsFor } from '../../named.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

/** A Link in flat or federated mode has both credentials, where the files hold one of them. */
export const credentialsControlPlane = rule('CREDENTIALS_CONTROL_PLANE', {
  group: 'credentials',
  severity: 'error',
  reach: 'links',
  fix: 'add a Secret of the same kubeconfig to the control plane’s namespace, with type, label and both annotations',
  source: linkerd2('controller/api/destination/watcher/cluster_store.go'),
  symptoms: ['remote cluster not found', 'federated Service lacks a member'],
  check(fleet, report) {
    for (const edge of fleet.edges) {
      const { controller, controlPlane } = credentialsOf(edge);
      if (!edge.isDirect || controller === undefined || controlPlane !== undefined) continue;
      // one that stands where nobody reads it is CREDENTIALS_NAMESPACE
      if (secretsFor(edge.source, edge.targetName).some((secret) => secret !== controller)) continue;
      const used = mirroredBy(edge).some(
        ({ modes }) => modes.includes('flat') || modes.includes('federated'),
      );
      report({
        at: edge.link,
        field: edge.link.remoteDiscoverySelector ?? edge.link.federatedServiceSelector,
        link: edge.label,
        severity: used ? 'error' : 'warning',
        message: `Link ${edge.link.name} has a selector of flat or federated mode and ${edge.source.name} no credential for its control plane`,
      });
    }
  },
});
