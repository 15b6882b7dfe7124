import { firstWith } from '../../../releases/first-with.js';
import { mirroredBy, mirroringIn } from '../../exports.js';
import { federatedName } from '../../federated-name.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

/** A federated Service's name is free in the source. */
export const federatedNameTaken = rule('FEDERATED_NAME_TAKEN', {
  group: 'names',
  severity: 'error',
  reach: 'links',
  since: firstWith('localServiceMirror'),
  fix: 'rename the Service whose name ends in `-federated`',
  source: clusterWatcher,
  symptoms: [
    'ports of a Service change by themselves',
    'a Service named …-federated lost its labels',
    'a Service named …-federated was deleted',
  ],
  check(fleet, report) {
    const told = new Set<string>();
    for (const edge of mirroringIn(fleet)) {
      for (const { service, modes } of mirroredBy(edge)) {
        if (!modes.includes('federated')) continue;
        const taken = edge.source.services.get(`${service.namespace ?? ''}/${federatedName(service.name)}`);
        if (taken === undefined || taken.labels['mirror.linkerd.io/mirrored-service'] !== undefined) continue;
        const key = `${edge.source.name}/${taken.namespace ?? ''}/${taken.name}`;
        if (told.has(key)) continue;
        told.add(key);
        report({
          at: taken,
          field: taken,
          link: edge.label,
          message: `Service ${taken.name} has the name of a federated Service of ${service.name}`,
          related: [related(service, service, `${edge.targetName} declares ${service.name} a member`)],
        });
      }
    }
  },
});
