import { mirroringIn } from '../../exports.js';
import { headlessExports } from '../../headless.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

/** Names of host mirrors are free in the source. */
export const headlessHostTaken = rule('HEADLESS_HOST_TAKEN', {
  group: 'controller',
  severity: 'error',
  reach: 'links',
  fix: 'rename the Service in the source, or the pods of the headless Service',
  source: clusterWatcher,
  symptoms: ['a Service of ours was deleted', 'a Service vanished when a Link was added'],
  check(fleet, report) {
    for (const edge of mirroringIn(fleet)) {
      for (const { service, hosts } of headlessExports(edge)) {
        for (const host of hosts) {
          const taken = edge.source.services.get(`${service.namespace ?? ''}/${host}-${edge.targetName}`);
          if (taken === undefined || taken.labels['mirror.linkerd.io/mirrored-service'] !== undefined)
            continue;
          report({
            at: taken,
            field: taken,
            link: edge.label,
            message: `Service ${taken.name} has the name of a mirror of host ${host} and will be deleted`,
            related: [
              related(service, service, `${edge.targetName} exports headless Service ${service.name}`),
            ],
          });
        }
      }
    }
  },
});
