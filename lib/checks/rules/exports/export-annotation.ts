import { exportedLabel, federatedLabel } from '../../../link/export-labels.js';
import { annotationOf } from '../../../symbols/object.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

const keys = [exportedLabel, federatedLabel];

/** Exports are labels. */
export const exportAnnotation = rule('EXPORT_ANNOTATION', {
  group: 'exports',
  severity: 'error',
  reach: 'cluster',
  fix: 'move it from `metadata.annotations` to `metadata.labels`',
  source: clusterWatcher,
  symptoms: ['an exported Service never appears', 'kubectl annotate … mirror.linkerd.io/exported'],
  isSilent: true,
  check(fleet, report) {
    for (const view of fleet.clusters) {
      for (const service of view.symbols.services) {
        for (const key of keys) {
          const annotation = annotationOf(service, key);
          if (annotation === undefined || service.labels[key] !== undefined) continue;
          // a mirror carries copied annotations of its original
          if (service.labels['mirror.linkerd.io/mirrored-service'] !== undefined) continue;
          report({
            at: service,
            field: annotation,
            message: `Service ${service.name} has ${key} as an annotation`,
          });
        }
      }
    }
  },
});
