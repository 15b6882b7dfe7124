import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

/** Containers of the extension have resources of Kubernetes’ shape, not of the control plane chart’s. */
export const resourcesShape = rule('RESOURCES_SHAPE', {
  group: 'reading',
  severity: 'error',
  reach: 'cluster',
  fix: 'write `requests: { cpu: … }` and `limits: { cpu: … }`; `{ cpu: { request, limit } }` is the shape of the control plane’s values',
  source: linkerd2('multicluster/charts/linkerd-multicluster/values.yaml'),
  symptoms: [
    '.spec.template.spec.containers[name="controller"].resources.cpu: field not declared in schema',
    'strict decoding error: unknown field "spec.template.spec.containers[0].resources.cpu"',
    'a pod without the requests that were set',
  ],
  check(fleet, report) {
    for (const view of fleet.clusters) {
      for (const workload of view.symbols.workloads) {
        if (workload.podLabels['linkerd.io/extension'] !== 'multicluster') continue;
        for (const { name, unknownResources } of workload.containers) {
          for (const key of unknownResources ?? []) {
            report({
              at: workload,
              field: key,
              message: `container ${name} of ${workload.name} has resources.${key.value}, which Kubernetes does not know`,
            });
          }
        }
      }
    }
  },
});
