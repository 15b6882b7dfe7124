import type { ObjectSymbol } from '../../../symbols/object.js';
import type { ClusterView } from '../../cluster-view.js';
import type { Fleet } from '../../fleet.js';
import { rule } from '../../rule.js';

const exclusions = 'resource.exclusions';

/** No manifest is of a kind that Argo CD leaves out, where Argo CD delivers and nobody has told it what to leave out. */
export const objectExcluded = rule('OBJECT_EXCLUDED', {
  group: 'delivery',
  severity: 'warning',
  reach: 'links',
  fix: 'remove it: Endpoints, EndpointSlices and Leases are made by controllers',
  source: 'https://github.com/argoproj/argo-cd/blob/v3.5.1/manifests/base/config/argocd-cm.yaml',
  symptoms: ['ExcludedResourceWarning', 'an object in Git never appears in the cluster'],
  check(fleet, report) {
    if (!isArgoCdThere(fleet)) return;
    for (const view of fleet.clusters) {
      for (const object of view.symbols.excludedByArgo) {
        // a dump of a cluster holds what controllers made
        if (object.isLive) continue;
        report({
          at: object,
          field: object,
          message: `Argo CD does not apply ${object.kind} ${object.name}`,
          ...(hasNoController(view, object) && {
            fix: `nothing else makes it, as its Service has no selector: exempt its kind under \`${exclusions}\` of argocd-cm`,
          }),
        });
      }
    }
  },
});

function isArgoCdThere({ applications, argocdSettings }: Fleet): boolean {
  if (argocdSettings.some(({ settings }) => settings.some(({ key }) => key === exclusions))) return false;
  return applications.length > 0 || argocdSettings.length > 0;
}

/** True for Endpoints of a Service that selects no pods: somebody has written down where it leads. */
function hasNoController(view: ClusterView, { namespace = '', name }: ObjectSymbol): boolean {
  const service = view.services.get(`${namespace}/${name}`);
  return service !== undefined && Object.keys(service.selector).length === 0;
}
