import type { Construct } from 'constructs';
import { ChartPartConstruct, type ChartProps } from './chart-part.js';

/**
 * The service mirror of one Link: Deployment, account, rights and probe Service.
 *
 * `target` names the entry of the chart's `controllers`.
 * @see https://github.com/linkerd/linkerd2/tree/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/controller
 */
export class ServiceMirror extends ChartPartConstruct {
  constructor(scope: Construct, id: string, props: ChartProps & { readonly target: string }) {
    super(scope, id, props, ({ controller }) => controller === props.target);
  }
}
