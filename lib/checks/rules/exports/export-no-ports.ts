import { mirroredBy, mirroringIn } from '../../exports.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

/** A Service that is mirrored has a port. */
export const exportNoPorts = rule('EXPORT_NO_PORTS', {
  group: 'exports',
  severity: 'error',
  reach: 'links',
  fix: 'declare the ports that clients call under `spec.ports`',
  source: clusterWatcher,
  symptoms: [
    'Skipped mirroring service: object spec has no exposed ports',
    'an exported Service never appears',
  ],
  reproduced: 'Skipped mirroring service: object spec has no exposed ports',
  check(fleet, report) {
    const told = new Set<string>();
    for (const edge of mirroringIn(fleet)) {
      for (const { service } of mirroredBy(edge)) {
        const id = `${service.cluster}/${service.namespace ?? ''}/${service.name}`;
        if (service.ports.length > 0 || told.has(id)) continue;
        told.add(id);
        report({
          at: service,
          field: { path: 'spec.ports' },
          link: edge.label,
          message: `Service ${service.name} is exported and has no ports`,
        });
      }
    }
  },
});
