import { remoteNeeds } from '../../access-needs.js';
import { missingGrants } from '../../report-grants.js';
import { rule } from '../../rule.js';
import { chartTemplate } from '../../upstream.js';

/** Accounts for other clusters may read what controllers over there ask for. */
export const remoteRbac = rule('ACCESS_REMOTE_RBAC', {
  group: 'access',
  severity: 'error',
  reach: 'links',
  fix: 'grant list and watch as the chart’s ClusterRole of the remote-access account does',
  source: chartTemplate('remote-access-service-mirror-rbac.yaml'),
  symptoms: [
    'the controller in another cluster restarts every minute',
    'Error adding cluster',
    'failed to list *v1.Service: services is forbidden',
    'linkerd-destination restarts every minute',
  ],
  check(fleet, report) {
    for (const view of fleet.clusters) {
      if (view.remoteAccess.size === 0) continue;
      const edges = fleet.edgesTo.get(view.name) ?? [];
      const needs = remoteNeeds(
        fleet.facts,
        edges.some(({ isDirect }) => isDirect),
      );
      for (const account of view.remoteAccess.values()) {
        const { name, namespace = '' } = account;
        const finding = missingGrants(view, { name, namespace, at: account }, needs);
        if (finding !== undefined) report(finding);
      }
    }
  },
});
