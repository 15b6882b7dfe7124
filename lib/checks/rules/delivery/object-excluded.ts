import { rule } from '../../rule.js';

/** No manifest is of a kind that Argo CD leaves out. */
export const objectExcluded = rule('OBJECT_EXCLUDED', {
  group: 'delivery',
  severity: 'warning',
  reach: 'cluster',
  about: 'excludedByArgo',
  fix: 'remove it: Endpoints, EndpointSlices and Leases are made by controllers',
  source: 'https://github.com/argoproj/argo-cd/blob/v3.5.1/manifests/base/config/argocd-cm.yaml',
  symptoms: ['ExcludedResourceWarning', 'an object in Git never appears in the cluster'],
  check(fleet, report) {
    for (const view of fleet.clusters) {
      for (const object of view.symbols.excludedByArgo) {
        // a dump of a cluster holds what controllers made
        if (object.isLive) continue;
        report({
          at: object,
          field: object,
          message: `Argo CD does not apply ${object.kind} ${object.name}`,
        });
      }
    }
  },
});
