import type { Construct } from 'constructs';
import { RemoteAccess } from '../lib/constructs/remote-access.js';
import { ConcernChart } from './concern-chart.js';
import type { ClusterInput } from './cluster-input.js';

/** `remote-access.yaml`: what source clusters may do in this one. */
export class RemoteAccessChart extends ConcernChart {
  constructor(scope: Construct, { parts }: ClusterInput) {
    super(scope, 'remote-access.yaml');
    new RemoteAccess(this, 'remote-access', { parts });
  }
}
