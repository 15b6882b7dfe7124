import { annotationOf, labelOf } from '../../../symbols/object.js';
import type { Field } from '../../../symbols/field.js';
import { mirroredBy } from '../../exports.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

const labels: Readonly<Record<string, string>> = {
  'multicluster.linkerd.io/remote-discovery': 'the mirror is taken for a flat one and no longer repaired',
  'endpointslice.kubernetes.io/skip-mirror': 'Kubernetes makes no EndpointSlice of the mirror’s Endpoints',
};
const annotations: Readonly<Record<string, string>> = {
  'multicluster.linkerd.io/local-discovery':
    'no remote member counts as the oldest of the federated Service any more',
  'multicluster.linkerd.io/remote-discovery': 'members of the federated Service are not those that joined',
};

/** An exported Service carries no label or annotation that steers its mirror. */
export const copiedSteers = rule('COPIED_STEERS', {
  group: 'exports',
  severity: 'warning',
  fix: 'remove it from the Service, or list it under `excludedLabels` or `excludedAnnotations` of the Link',
  source: clusterWatcher,
  symptoms: ['a mirror is never repaired', 'a mirror has Endpoints and no EndpointSlice'],
  check(fleet, report) {
    for (const edge of fleet.edges) {
      const isExcluded = (key: string, patterns: readonly Field<string>[] = []) =>
        patterns.some(({ value }) =>
          value.endsWith('/*') ? key.startsWith(value.slice(0, -2)) : value === key,
        );
      for (const { service } of mirroredBy(edge)) {
        const found = [
          ...Object.entries(labels).map(([key, effect]) => ({
            key,
            effect,
            field: isExcluded(key, edge.link.excludedLabels) ? undefined : labelOf(service, key),
          })),
          ...Object.entries(annotations).map(([key, effect]) => ({
            key,
            effect,
            field: isExcluded(key, edge.link.excludedAnnotations) ? undefined : annotationOf(service, key),
          })),
        ];
        for (const { key, effect, field } of found) {
          if (field === undefined) continue;
          report({
            at: service,
            field,
            link: edge.label,
            message: `${key} of exported Service ${service.name} is copied to its mirror`,
            why: `It means something there: ${effect}.`,
          });
        }
      }
    }
  },
});
