import type { Construct } from 'constructs';
import { LinkerdGateway } from '../lib/constructs/gateway.js';
import { ConcernChart } from './concern-chart.js';
import type { ClusterInput } from './cluster-input.js';

/** `gateway.yaml`: the gateway that other clusters send their traffic to. */
export class GatewayChart extends ConcernChart {
  constructor(scope: Construct, { parts }: ClusterInput) {
    super(scope, 'gateway.yaml');
    new LinkerdGateway(this, 'gateway', { parts });
  }
}
