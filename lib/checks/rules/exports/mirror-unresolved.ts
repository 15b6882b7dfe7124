import type { DnsName } from '../../../symbols/dns-names.js';
import type { ObjectSymbol } from '../../../symbols/object.js';
import type { ClusterView } from '../../cluster-view.js';
import { mirrorNamed } from '../../mirror-names.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

/** A mirror or federated Service that configuration calls by name comes from an exported Service. */
export const mirrorUnresolved = rule('MIRROR_UNRESOLVED', {
  group: 'exports',
  severity: 'warning',
  reach: 'links',
  fix: 'label the Service in the target with `mirror.linkerd.io/exported: "true"`, or `mirror.linkerd.io/federated: member` for a federated one',
  source: clusterWatcher,
  symptoms: ['no such host …svc.cluster.local', 'metrics or logs of one cluster are missing'],
  check(fleet, report) {
    for (const source of fleet.clusters) {
      if (source.symbols.links.length === 0) continue;
      for (const { at, name } of callsOf(source)) {
        const verdict = mirrorNamed(fleet, source, name.service, name.namespace);
        if (verdict?.state === 'unknown') report.unknown(verdict.fact, verdict.cluster);
        if (verdict?.state !== 'missing') continue;
        const { edge, service } = verdict;
        report({
          at,
          field: name,
          link: edge.label,
          message: `${name.service}.${name.namespace} is called here, and ${service.cluster} does not export ${service.name}`,
          related: [
            related(service, service, `Service ${service.name} is not selected by Link ${edge.link.name}`),
          ],
        });
      }
    }
  },
});

function callsOf(view: ClusterView): { readonly at: ObjectSymbol; readonly name: DnsName }[] {
  return [...view.symbols.configs, ...view.symbols.workloads].flatMap((at) =>
    at.dnsNames.map((name) => ({ at, name })),
  );
}
