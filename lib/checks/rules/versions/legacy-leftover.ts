import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { accountNamed, serviceNamed } from '../../named.js';
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
      const service = (name: string) => serviceNamed(source, namespace, `${name}-${link.name}`);
      const account = (name: string) => accountNamed(source, namespace, `${name}-${link.name}`);
      for (const [legacyName, currentName, find] of [
        ['probe-gateway', 'probe', service],
        ['linkerd-service-mirror', 'controller', account],
      ] as const) {
        const legacy = find(legacyName);
        const current = legacy === undefined ? undefined : find(currentName);
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
