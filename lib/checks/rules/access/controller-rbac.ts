import { controllerNeeds, localMirrorNeeds } from '../../access-needs.js';
import { controllerFlag } from '../../controller-flag.js';
import { isAccountMissing } from '../../named.js';
import { missingGrants } from '../../report-grants.js';
import { isAtLeast, releasePoint } from '../../../releases/release-point.js';
import type { WorkloadSymbol } from '../../../symbols/kinds/workload.js';
import { imageRelease } from '../../release-of.js';
import { rule } from '../../rule.js';
import { chartTemplate } from '../../upstream.js';

/** The accounts of mirror controllers may do what the controllers do. */
export const controllerRbac = rule('ACCESS_CONTROLLER_RBAC', {
  reach: 'cluster',
  group: 'access',
  severity: 'error',
  fix: 'grant what the chart’s Role and ClusterRole of the controller grant, and bind both to its account',
  source: chartTemplate('controller/rbac.yaml'),
  symptoms: [
    'failed to sync caches',
    'links.multicluster.linkerd.io is forbidden',
    'services is forbidden at the cluster scope',
    'the controller restarts every minute',
    'no mirror Service appears',
  ],
  reproduced: 'failed to list *v1alpha3.Link: links.multicluster.linkerd.io is forbidden',
  check(fleet, report) {
    for (const { source, link, label, controllers } of fleet.edges) {
      for (const controller of controllers) {
        const name = controller.serviceAccountName?.value;
        const namespace = controller.namespace ?? '';
        if (name === undefined || isAccountMissing(source, namespace, name)) continue;
        const needs = controllerNeeds(fleet.facts, namespace, link.name, {
          createsNamespaces: controllerFlag([controller], 'enable-namespace-creation') === 'true',
          writesStatus: patchesStatus(controller, source.release),
        });
        const finding = missingGrants(source, { namespace, name, at: controller, link: label }, needs);
        if (finding !== undefined) report(finding);
      }
    }
    for (const view of fleet.clusters) {
      for (const mirror of view.localMirrors) {
        const name = mirror.serviceAccountName?.value;
        const namespace = mirror.namespace ?? '';
        if (name === undefined || isAccountMissing(view, namespace, name)) continue;
        const finding = missingGrants(
          view,
          { namespace, name, at: mirror },
          localMirrorNeeds(fleet.facts, namespace),
        );
        if (finding !== undefined) report(finding);
      }
    }
  },
});

/** True for a controller that patches the status of Links: of its own image, or of the release around it. */
function patchesStatus({ containers }: WorkloadSymbol, release: number | undefined): boolean {
  const own = containers.map(({ image }) => imageRelease(image?.value)).find((name) => name !== undefined);
  const point = own === undefined ? release : (releasePoint(own) ?? release);
  return point !== undefined && isAtLeast(point, 'edge-25.4.4');
}
