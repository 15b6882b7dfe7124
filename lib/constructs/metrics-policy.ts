import type { Construct } from 'constructs';
import { ChartPartConstruct, ofTemplates, type ChartProps } from './chart-part.js';

/**
 * The policies by which the chart closes metrics ports to everyone but Linkerd viz.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/service-mirror-policy.yaml
 */
export class MetricsPolicy extends ChartPartConstruct {
  constructor(scope: Construct, id: string, props: ChartProps) {
    super(scope, id, props, ofTemplates('service-mirror-policy.yaml', 'psp.yaml'));
  }
}
