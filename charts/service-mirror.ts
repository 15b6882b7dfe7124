import type { Construct } from 'constructs';
import { LocalServiceMirror } from '../lib/constructs/local-service-mirror.js';
import { ConcernChart } from './concern-chart.js';
import type { ClusterInput } from './cluster-input.js';

/** `service-mirror.yaml`: the local service mirror and the role that all service mirrors share. */
export class ServiceMirrorChart extends ConcernChart {
  constructor(scope: Construct, { parts }: ClusterInput) {
    super(scope, 'service-mirror.yaml');
    new LocalServiceMirror(this, 'service-mirror', { parts });
  }
}
