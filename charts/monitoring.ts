import type { Construct } from 'constructs';
import { Monitors } from '../lib/constructs/monitors.js';
import { ConcernChart } from './concern-chart.js';
import type { ClusterInput } from './cluster-input.js';
import { scrapedObjects } from './scraped-objects.js';

/** `monitoring.yaml`: monitors for the Prometheus operator. */
export class MonitoringChart extends ConcernChart {
  constructor(scope: Construct, input: ClusterInput) {
    const { cluster, monitoring } = input;
    super(scope, 'monitoring.yaml');
    new Monitors(this, 'monitors', {
      namespace: cluster.namespace,
      labels: monitoring.labels,
      interval: monitoring.interval,
      objects: scrapedObjects(input),
    });
  }
}
