import { mirroredBy } from '../../exports.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

/** A Service with a mirror of its own joins its federated Service one event late. */
export const federatedLate = rule('FEDERATED_LATE', {
  group: 'exports',
  severity: 'info',
  fix: 'touch the Service once its mirror is there, for example by an annotation',
  source: clusterWatcher,
  symptoms: ['a federated Service lacks a member until the Service changes'],
  check(fleet, report) {
    for (const edge of fleet.edges) {
      for (const { service, modes } of mirroredBy(edge)) {
        if (!modes.includes('federated') || modes.length < 2) continue;
        report({
          at: service,
          field: service,
          link: edge.label,
          message: `Service ${service.name} is both exported and a member of a federated Service`,
        });
      }
    }
  },
});
