import { goDurationSeconds } from '../../../helm/go-duration.js';
import { credentialsOf } from '../../credentials.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

/** A refreshed credential has somebody who re-reads it. */
export const credentialsRotation = rule('CREDENTIALS_ROTATION', {
  group: 'credentials',
  severity: 'info',
  reach: 'cluster',
  about: 'links',
  fix: 'restart controller and destination after a rotation, or change the Link with it',
  source: linkerd2('controller/api/destination/watcher/cluster_store.go'),
  symptoms: [
    '401 from the target after a rotation',
    'the Secret is new and the controller uses the old token',
  ],
  check(fleet, report) {
    const told = new Set<string>();
    for (const edge of fleet.edges) {
      const { controller } = credentialsOf(edge);
      const interval = controller?.refreshInterval;
      if (controller === undefined || interval === undefined || (goDurationSeconds(interval.value) ?? 0) <= 0)
        continue;
      if (told.has(edge.source.name)) continue;
      told.add(edge.source.name);
      report({
        at: controller,
        field: interval,
        link: edge.label,
        message: `the credential is refreshed every ${interval.value}; neither of its readers notices`,
      });
    }
  },
});
