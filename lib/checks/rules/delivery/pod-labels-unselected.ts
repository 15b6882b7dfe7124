import { hasPlaceholder } from '../../../symbols/placeholder.js';
import { rule } from '../../rule.js';

/** The pods of a workload have the labels that its selector asks for. */
export const podLabelsUnselected = rule('POD_LABELS_UNSELECTED', {
  group: 'delivery',
  severity: 'error',
  reach: 'cluster',
  fix: 'give the pods the labels of `spec.selector.matchLabels`, and take labels of these names out of `podLabels`',
  source: 'https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/apis/apps/validation/validation.go',
  symptoms: ['`selector` does not match template `labels`'],
  check(fleet, report) {
    for (const { symbols } of fleet.clusters) {
      for (const workload of symbols.workloads) {
        const { unmatched, kind, name, podLabels, containers, line } = workload;
        if (unmatched === undefined || hasPlaceholder(Object.keys(podLabels).join(' '))) continue;
        const { key, value, actual } = unmatched;
        // part of an object is a patch, and kustomize gives labels to pods alone
        if (actual === undefined && containers.every(({ image }) => image === undefined)) continue;
        report({
          at: workload,
          field: actual === undefined || line > 0 ? unmatched : { path: podLabelPath(key) },
          ...(actual === undefined && line > 0 && { severity: 'warning' }),
          message: `${kind} ${name} selects pods with label ${key}: \`${value}\`, and its own have ${actual === undefined ? 'none' : `\`${actual}\``}`,
        });
      }
    }
  },
});

function podLabelPath(key: string): string {
  return `spec.template.metadata.labels.${JSON.stringify(key)}`;
}
