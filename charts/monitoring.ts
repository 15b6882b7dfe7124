import type { Construct } from 'constructs';
import { Monitors } from '../lib/constructs/monitors.js';
import type { Manifest } from '../lib/manifests/manifest.js';
import { ConcernChart } from './concern-chart.js';
import type { ClusterInput } from './cluster-input.js';

/** `monitoring.yaml`: monitors for the Prometheus operator. */
export class MonitoringChart extends ConcernChart {
  constructor(scope: Construct, { cluster, parts, monitoring }: ClusterInput) {
    super(scope, 'monitoring.yaml');
    new Monitors(this, 'monitors', {
      namespace: cluster.namespace,
      labels: monitoring.labels,
      interval: monitoring.interval,
      objects: parts.map((part) => part.object as Manifest),
    });
  }
}
