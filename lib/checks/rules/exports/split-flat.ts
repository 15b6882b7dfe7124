import { mirrorNamed } from '../../mirror-names.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';

/** No TrafficSplit sends to a flat mirror or a federated Service. */
export const splitFlat = rule('SPLIT_FLAT', {
  group: 'exports',
  severity: 'error',
  reach: 'links',
  fix: 'write an HTTPRoute with weighted `backendRefs` instead, or export through the gateway',
  source: 'https://github.com/linkerd/linkerd-smi/blob/v0.2.7/README.md',
  symptoms: ['a TrafficSplit sends nothing to the other cluster', 'fail-over to a flat mirror fails'],
  check(fleet, report) {
    for (const source of fleet.clusters) {
      for (const route of source.symbols.routes) {
        if (route.kind !== 'TrafficSplit') continue;
        for (const { name } of route.backends) {
          const verdict = mirrorNamed(fleet, source, name.value, route.namespace ?? '');
          if (verdict?.state !== 'mirror' || verdict.mode === 'gateway') continue;
          report({
            at: route,
            field: name,
            link: verdict.edge.label,
            message: `TrafficSplit ${route.name} sends to ${name.value}, which is ${verdict.mode} and has no endpoints of its own`,
            related: [related(verdict.service, verdict.service, `exported as ${verdict.mode}`)],
          });
        }
      }
    }
  },
});
