import { mirroredBy } from '../../exports.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

/** A mirror's name is free in the source: no Service of its own, no mirror of another Link. */
export const mirrorNameTaken = rule('MIRROR_NAME_TAKEN', {
  group: 'names',
  severity: 'error',
  fix: 'rename the Service in the source, or the exported one',
  source: clusterWatcher,
  symptoms: [
    'calls to a mirror reach another Service',
    'an exported Service never appears',
    'two targets answer under one mirror name',
  ],
  check(fleet, report) {
    const mirrors = new Map<string, { readonly label: string; readonly targetName: string }>();
    for (const edge of fleet.edges) {
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
        const key = `${edge.source.name}/${name}`;
        const other = mirrors.get(key);
        if (other === undefined) mirrors.set(key, edge);
        else if (other.targetName !== edge.targetName) {
          report({
            at: service,
            field: service,
            link: edge.label,
            message: `its mirror in ${edge.source.name} is called like one of ${other.label}`,
          });
        }
      }
    }
  },
});
