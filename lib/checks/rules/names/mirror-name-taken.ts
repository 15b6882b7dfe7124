import { mirroredBy, mirroringIn } from '../../exports.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

/** A mirror's name is free in the source: no Service of its own. */
export const mirrorNameTaken = rule('MIRROR_NAME_TAKEN', {
  group: 'names',
  severity: 'error',
  reach: 'links',
  fix: 'rename the Service in the source, or the exported one',
  source: clusterWatcher,
  symptoms: ['calls to a mirror reach another Service', 'an exported Service never appears'],
  check(fleet, report) {
    for (const edge of mirroringIn(fleet)) {
      for (const { service, modes } of mirroredBy(edge)) {
        if (!modes.some((mode) => mode !== 'federated')) continue;
        const name = `${service.namespace ?? ''}/${service.name}-${edge.targetName}`;
        const taken = edge.source.services.get(name);
        if (taken !== undefined && taken.labels['mirror.linkerd.io/mirrored-service'] === undefined) {
          report({
            at: taken,
            field: taken,
            link: edge.label,
            message: `Service ${taken.name} has the name of the mirror of ${service.name} in ${edge.targetName}`,
            related: [related(service, service, `${edge.targetName} exports ${service.name}`)],
          });
        }
      }
    }
  },
});
