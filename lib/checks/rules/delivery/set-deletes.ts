import { annotationOf } from '../../../symbols/object.js';
import { deliversTo } from '../../argocd-clusters.js';
import { rule } from '../../rule.js';

/**
 * A set that delivers the extension does not take it down with a label.
 *
 * An info, as it may be wanted.
 */
export const setDeletes = rule('SET_DELETES', {
  group: 'delivery',
  severity: 'info',
  reach: 'delivery',
  fix: 'set `syncPolicy: { applicationsSync: create-update, preserveResourcesOnDeletion: true }` on the ApplicationSet',
  source:
    'https://github.com/argoproj/argo-cd/blob/v3.5.1/docs/operator-manual/applicationset/Controlling-Resource-Modification.md',
  symptoms: ['renaming a cluster in Argo CD deleted everything on it', 'a lost label deleted an Application'],
  check(fleet, report) {
    const namespaces = new Set(fleet.clusters.flatMap(({ delivered }) => [...delivered.keys()]));
    for (const set of fleet.applications) {
      if (set.kind !== 'ApplicationSet' || set.preservesResources === true) continue;
      if (set.applicationsSync === 'create-only' || set.applicationsSync === 'create-update') continue;
      if (![...namespaces].some((namespace) => deliversTo(set, namespace))) continue;
      report({
        at: set,
        field: annotationOf(set, 'argocd.argoproj.io/sync-options') ?? { path: 'spec.syncPolicy' },
        message: `${set.name} deletes an Application, and all it holds, once its cluster loses a label or gets another name`,
      });
    }
  },
});
