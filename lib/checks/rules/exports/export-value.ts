import { exportValues } from '../../../link/export-labels.js';
import { labelOf } from '../../../symbols/object.js';
import { selects } from '../../../symbols/kinds/selector.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

/** Export labels have the values that Links select by. */
export const exportValue = rule('EXPORT_VALUE', {
  group: 'exports',
  severity: 'warning',
  reach: 'links',
  fix: 'write `"true"` or `remote-discovery` for `mirror.linkerd.io/exported`, `member` for `mirror.linkerd.io/federated`',
  source: clusterWatcher,
  symptoms: ['an exported Service never appears'],
  isSilent: true,
  check(fleet, report) {
    for (const view of fleet.clusters) {
      for (const service of view.symbols.services) {
        for (const [key, values] of Object.entries(exportValues)) {
          const label = labelOf(service, key);
          if (label === undefined || values.includes(label.value)) continue;
          const edges = fleet.edgesTo.get(view.name) ?? [];
          const chosen = edges.some(({ link }) =>
            [link.selector, link.remoteDiscoverySelector, link.federatedServiceSelector].some((selector) =>
              selects(selector, service.labels),
            ),
          );
          if (chosen) continue;
          report({
            at: service,
            field: label,
            // a value nobody selects today may be meant to take the Service out
            severity: label.value === 'false' ? 'info' : 'warning',
            message: `Service ${service.name} has ${key}: ${JSON.stringify(label.value)}, which no Link selects`,
          });
        }
      }
    }
  },
});
