import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

/** What `linkerd multicluster link` once made does not stand beside what the chart makes. */
export const legacyLeftover = rule('LEGACY_LEFTOVER', {
  group: 'versions',
  severity: 'warning',
  reach: 'cluster',
  about: 'links',
  since: '2.18',
  fix: 'delete the objects of the legacy controller: Deployment, ServiceAccount and RBAC `linkerd-service-mirror-<link>`, Service `probe-gateway-<link>`',
  source: linkerd2('multicluster/cmd/unlink.go'),
  symptoms: ['probe-gateway-… beside probe-…', 'two gateways of one name in `linkerd multicluster gateways`'],
  check(fleet, report) {
    for (const { source, link, label } of fleet.edges) {
      const namespace = link.namespace ?? '';
      const pairs = [
        [
          source.services.get(`${namespace}/probe-gateway-${link.name}`),
          source.services.get(`${namespace}/probe-${link.name}`),
        ],
        [
          source.accounts.get(`${namespace}/linkerd-service-mirror-${link.name}`),
          source.accounts.get(`${namespace}/controller-${link.name}`),
        ],
      ] as const;
      for (const [legacy, current] of pairs) {
        if (legacy === undefined || current === undefined) continue;
        report({
          at: legacy,
          field: legacy,
          link: label,
          message: `${legacy.kind} ${legacy.name} is left over beside ${current.name}`,
          related: [related(current, current, 'what the chart makes in its place')],
        });
      }
    }
  },
});
