import type { Construct } from 'constructs';
import { ChartPartConstruct, ofTemplates, type ChartProps } from './chart-part.js';

/**
 * The gateway that other clusters send their traffic to: Deployment, Service, account and policies.
 *
 * ```ts
 * new LinkerdGateway(this, 'gateway', { release: 'edge-26.8.2', values: { gateway: { serviceType: 'NodePort' } } });
 * ```
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/gateway.yaml
 */
export class LinkerdGateway extends ChartPartConstruct {
  constructor(scope: Construct, id: string, props: ChartProps) {
    super(scope, id, props, ofTemplates('gateway.yaml', 'gateway-policy.yaml'));
  }
}
