import { cannotTell, missingDomains } from '../../missing-fact.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

/** The Link’s cluster domain is the target’s. */
export const targetDomainMismatch = rule('TARGET_DOMAIN_MISMATCH', {
  group: 'address',
  severity: 'error',
  reach: 'links',
  fix: 'set `spec.targetClusterDomain` to the target’s `clusterDomain`',
  source: linkerd2('multicluster/cmd/link.go'),
  symptoms: ['the gateway answers 404 or refuses every request', 'mirrors have endpoints and calls fail'],
  check(fleet, report) {
    for (const { link, label, target } of fleet.edges) {
      const domain = link.targetClusterDomain;
      if (domain === undefined || domain.value === '') {
        report({
          at: link,
          field: domain ?? { path: 'spec.targetClusterDomain' },
          link: label,
          message: `Link ${link.name} names no cluster domain of its target`,
        });
        continue;
      }
      if (target === undefined) {
        report.unknown(cannotTell.target, link.cluster);
        continue;
      }
      if (target.clusterDomain === undefined) {
        report.unknown(missingDomains(target), target.name);
        continue;
      }
      if (target.clusterDomain === domain.value) continue;
      const plane = target.symbols.controlPlane;
      report({
        at: link,
        field: domain,
        link: label,
        message: `Link ${link.name} says ${domain.value}; the cluster domain of ${target.name} is ${target.clusterDomain}`,
        ...(plane === undefined
          ? {}
          : {
              related: [related(plane, plane.clusterDomain, `the cluster domain is ${target.clusterDomain}`)],
            }),
      });
    }
  },
});
