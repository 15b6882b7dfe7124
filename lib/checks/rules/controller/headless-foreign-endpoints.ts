import { mirroringIn } from '../../exports.js';
import { hasEndpoints, headlessExports } from '../../headless.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

/** No Service of the source that lacks endpoints has the name of a headless mirror. */
export const headlessForeignEndpoints = rule('HEADLESS_FOREIGN_ENDPOINTS', {
  group: 'controller',
  severity: 'error',
  reach: 'links',
  fix: 'rename the Service in the source, or the exported one',
  source: clusterWatcher,
  symptoms: ['a Service of ours sends traffic to another cluster', 'Endpoints that nobody made'],
  check(fleet, report) {
    for (const edge of mirroringIn(fleet)) {
      for (const { service, hosts, endpoints } of headlessExports(edge)) {
        // without pods the controller sees no Endpoints and does nothing
        if (hosts.length === 0 && endpoints === undefined && Object.keys(service.selector).length === 0)
          continue;
        const taken = edge.source.services.get(
          `${service.namespace ?? ''}/${service.name}-${edge.targetName}`,
        );
        if (taken === undefined || taken.labels['mirror.linkerd.io/mirrored-service'] !== undefined) continue;
        const isServed = taken.type !== 'ExternalName' && Object.keys(taken.selector).length > 0;
        if (isServed || hasEndpoints(edge.source, taken)) continue;
        report({
          at: taken,
          field: taken,
          link: edge.label,
          message: `Service ${taken.name} has no endpoints of its own and gets some at the gateway of ${edge.targetName}`,
          related: [related(service, service, `${edge.targetName} exports headless Service ${service.name}`)],
        });
      }
    }
  },
});
