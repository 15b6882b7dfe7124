import { exportValues, federatedLabel } from '../../../link/export-labels.js';
import { labelOf } from '../../../symbols/object.js';
import { selects } from '../../../symbols/kinds/selector.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

/**
 * A Service that is marked for a mode is selected by some Link in that mode.
 *
 * Told only of clusters that Links of the given files point at: other sources may be elsewhere.
 */
export const exportUnlinked = rule('EXPORT_UNLINKED', {
  group: 'exports',
  severity: 'warning',
  reach: 'links',
  fix: 'give a Link the selector of that mode, or mark the Service for a mode that Links have',
  source: clusterWatcher,
  symptoms: ['an exported Service never appears', 'a federated Service lacks a member'],
  check(fleet, report) {
    for (const [name, edges] of fleet.edgesTo) {
      for (const service of fleet.view(name)?.symbols.services ?? []) {
        for (const [key, values] of Object.entries(exportValues)) {
          const label = labelOf(service, key);
          if (label === undefined || !values.includes(label.value)) continue;
          const isChosen = edges.some(({ link }) =>
            (key === federatedLabel
              ? [link.federatedServiceSelector]
              : [link.selector, link.remoteDiscoverySelector]
            ).some((selector) => selects(selector, service.labels)),
          );
          if (isChosen) continue;
          report({
            at: service,
            field: label,
            message: `no Link to ${name} selects ${key}: ${JSON.stringify(label.value)} of Service ${service.name}`,
          });
        }
      }
    }
  },
});
