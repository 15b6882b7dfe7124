import type { Edge } from '../../fleet.js';
import { mirroredBy } from '../../exports.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

/** A headless Service is exported only in a mode that takes it. */
export const headlessRefused = rule('HEADLESS_REFUSED', {
  group: 'exports',
  severity: 'error',
  fix: 'federate a Service with a cluster IP in its place; flat mode takes headless Services only without `enableHeadlessServices`',
  source: clusterWatcher,
  symptoms: ['Headless service cannot join federated service', 'InvalidService in the status of a Link'],
  reproduced: 'Headless service cannot join federated service',
  check(fleet, report) {
    for (const edge of fleet.edges) {
      for (const { service, modes } of mirroredBy(edge)) {
        if (!service.isHeadless) continue;
        if (modes.includes('federated')) {
          report({
            at: service,
            field: { path: 'spec.clusterIP' },
            link: edge.label,
            message: `headless Service ${service.name} is marked as a member of a federated Service`,
          });
        }
        if (modes.includes('flat') && mirrorsHeadless(edge)) {
          report({
            at: service,
            field: { path: 'spec.clusterIP' },
            link: edge.label,
            message: `headless Service ${service.name} is exported flat to ${edge.source.name}, whose controller mirrors headless Services`,
            why: 'With `enableHeadlessServices` a headless Service is mirrored through a gateway or not at all.',
          });
        }
      }
    }
  },
});

function mirrorsHeadless(edge: Edge): boolean {
  return edge.controllers.some((workload) =>
    workload.containers.some((container) =>
      container.args.some(({ value }) => value === '-enable-headless-services'),
    ),
  );
}
