import { mirroredBy, mirroringIn } from '../../exports.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

/** Names of mirrors and federated Services fit into 63 characters. */
export const mirrorNameLong = rule('MIRROR_NAME_LONG', {
  group: 'names',
  severity: 'error',
  reach: 'links',
  fix: 'shorten the exported Service’s name or the target’s',
  source: clusterWatcher,
  symptoms: [
    'Failed to create mirror service: must be no more than 63 characters',
    'an exported Service never appears',
  ],
  check(fleet, report) {
    for (const edge of mirroringIn(fleet)) {
      for (const { service, modes } of mirroredBy(edge)) {
        for (const suffix of modes.map((mode) => (mode === 'federated' ? 'federated' : edge.targetName))) {
          const mirror = `${service.name}-${suffix}`;
          if (mirror.length <= 63) continue;
          report({
            at: service,
            field: service,
            link: edge.label,
            message: `the mirror ${mirror} has ${mirror.length} characters, 63 are allowed`,
            related: [
              related(
                edge.link,
                edge.link.targetClusterName,
                `Link ${edge.link.name} mirrors it into ${edge.source.name}`,
              ),
            ],
          });
        }
      }
    }
  },
});
