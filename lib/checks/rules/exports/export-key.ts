import type { ServiceSymbol } from '../../../symbols/kinds/service.js';
import { labelOf } from '../../../symbols/object.js';
import type { ClusterView } from '../../cluster-view.js';
import type { Fleet } from '../../fleet.js';
import { meantExportLabel } from '../../meant-export-label.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

/** Export labels have the keys that Links select by. */
export const exportKey = rule('EXPORT_KEY', {
  group: 'exports',
  severity: 'warning',
  reach: 'links',
  fix: 'write `mirror.linkerd.io/exported`, or `mirror.linkerd.io/federated`',
  source: clusterWatcher,
  symptoms: ['an exported Service never appears', 'a federated Service lacks a member'],
  check(fleet, report) {
    const meantBy = new Map<string, string | undefined>();
    for (const view of fleet.clusters) {
      let selected: ReadonlySet<string> | undefined;
      for (const service of view.symbols.services) {
        // a mirror carries copied labels of its original
        if (service.labels['mirror.linkerd.io/mirrored-service'] !== undefined) continue;
        for (const key in service.labels) {
          if (!meantBy.has(key)) meantBy.set(key, meantExportLabel(key));
          const meant = meantBy.get(key);
          if (meant === undefined || !asksForExport(service, key, meant)) continue;
          selected ??= selectedKeys(fleet, view);
          if (selected.has(key)) continue;
          report({
            at: service,
            field: labelOf(service, key),
            message: `Service ${service.name} has label ${key}, which no Link selects`,
            fix: `write \`${meant}\``,
          });
        }
      }
    }
  },
});

/** False where the label takes the Service out, or stands beside the one it is nearly. */
function asksForExport({ labels }: ServiceSymbol, key: string, meant: string): boolean {
  return labels[key] !== 'false' && labels[meant] === undefined;
}

/** Keys that a Link which may lead to the cluster selects by: its author may have chosen them. */
function selectedKeys({ edges }: Fleet, view: ClusterView): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { link, target } of edges) {
    if (target !== undefined && target !== view) continue;
    for (const selector of [link.selector, link.remoteDiscoverySelector, link.federatedServiceSelector]) {
      for (const key in selector?.matchLabels) keys.add(key);
      for (const { key } of selector?.matchExpressions ?? []) keys.add(key);
    }
  }
  return keys;
}
