import type { DnsName } from '../../../symbols/dns-names.js';
import type { ObjectSymbol } from '../../../symbols/object.js';
import type { ClusterView } from '../../cluster-view.js';
import type { Edge, Fleet } from '../../fleet.js';
import { mirrorNamed } from '../../mirror-names.js';
import { nearExport } from '../../near-export.js';
import { nearMirror } from '../../near-mirror.js';
import { related, type Report } from '../../report.js';
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
        if (verdict === undefined) reportNear(fleet, source, at, name, report);
        if (verdict?.state === 'unknown') {
          const called = `${name.service}.${name.namespace} is called here`;
          const wanted = { name: name.service, namespace: name.namespace };
          const { fact, cluster, unseen } = verdict;
          const near = unseen && nearExport(unseen, wanted, called);
          if (near !== undefined) report({ at, field: name, ...near });
          else report.unknown(fact, cluster, unseen && related(at, name, called));
        }
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

/** A name that is no mirror's, and nearly one. */
function reportNear(
  fleet: Fleet,
  source: ClusterView,
  at: ObjectSymbol,
  name: DnsName,
  report: Report,
): void {
  const near = nearMirror(fleet, source, name.service, name.namespace);
  if (near === undefined) return;
  const { edge, base, end, isName } = near;
  const meant = `${base}-${edge.targetName}`;
  const exported = edge.target?.services.get(`${name.namespace}/${base}`);
  report({
    at,
    field: name,
    link: edge.label,
    // without the Service in the files, or another call by the right name, only a guess
    severity: isName || exported !== undefined || callsMirrorOf(edge, name.namespace) ? 'warning' : 'info',
    message: `${name.service}.${name.namespace} is called here; mirrors of ${edge.targetName} end in -${edge.targetName}, not -${end}`,
    fix: `write \`${meant}\``,
    related: [
      exported === undefined
        ? related(edge.link, edge.link.targetClusterName, `Link ${edge.link.name} names its mirrors so`)
        : related(exported, exported, `Service ${base} is mirrored as ${meant}`),
    ],
  });
}

/** True when the source calls another mirror of this target in the same namespace. */
function callsMirrorOf({ source, targetName }: Edge, namespace: string): boolean {
  return callsOf(source).some(
    ({ name }) => name.namespace === namespace && name.service.endsWith(`-${targetName}`),
  );
}

function callsOf(view: ClusterView): { readonly at: ObjectSymbol; readonly name: DnsName }[] {
  const calls: { readonly at: ObjectSymbol; readonly name: DnsName }[] = [];
  for (const list of [view.symbols.configs, view.symbols.workloads]) {
    for (const at of list) for (const name of at.dnsNames) calls.push({ at, name });
  }
  return calls;
}
