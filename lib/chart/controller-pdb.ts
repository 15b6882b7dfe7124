import { isTrue } from '../helm/truth.js';
import type { ChartObject } from './chart-object.js';
import { own, type ControllerEntry } from './controller-entry.js';
import type { Rendering } from './rendering.js';

/**
 * A budget for a controller's pods. It follows the entry's own switch, else the chart's: `controllerDefaults` has no say.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/controller/pdb.yaml
 */
export function controllerPdb(r: Rendering, { entry, place, name, parts }: ControllerEntry): ChartObject[] {
  if (!isTrue(own(entry, 'enablePodAntiAffinity', r.values.enablePodAntiAffinity))) return [];
  if (!r.facts.controllerAffinity) {
    place.fail(
      'enablePodAntiAffinity',
      'Helm fails: the chart of this release cannot render budgets of controllers (fixed in edge-25.5.4, 2.19)',
    );
  }
  return [
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: {
        annotations: r.createdByAlone,
        labels: { component: 'controller' },
        name,
        namespace: r.namespace,
      },
      spec: {
        maxUnavailable: 1,
        selector: parts.selector,
      },
    },
  ];
}
