import { exportedLabel, federatedLabel } from '../../../link/export-labels.js';
import { labelOf, type ObjectSymbol } from '../../../symbols/object.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

const keys = [exportedLabel, federatedLabel];

/** Export labels stand on Services; selectors read nothing else. */
export const exportNotService = rule('EXPORT_NOT_SERVICE', {
  reach: 'cluster',
  group: 'exports',
  severity: 'warning',
  fix: 'write the label into `metadata.labels` of each Service',
  source: clusterWatcher,
  symptoms: ['an exported Service never appears', 'a label on a namespace exports nothing'],
  check(fleet, report) {
    for (const { symbols } of fleet.clusters) {
      const look = (object: ObjectSymbol, place: string, labels: Readonly<Record<string, string>>) => {
        const key = keys.find((each) => labels[each] !== undefined);
        if (key === undefined) return;
        report({
          at: object,
          field: labels === object.labels ? labelOf(object, key) : { path: 'spec.template.metadata.labels' },
          message: `${place} ${object.name} has label ${key}, which is read of Services alone`,
        });
      };
      for (const namespace of symbols.namespaces) look(namespace, 'Namespace', namespace.labels);
      for (const workload of symbols.workloads) {
        look(workload, workload.kind, workload.labels);
        look(workload, `the pods of ${workload.kind}`, workload.podLabels);
      }
    }
  },
});
