import type { Construct } from 'constructs';
import { MetricsPolicy } from '../lib/constructs/metrics-policy.js';
import { ScraperPolicy } from '../lib/constructs/scraper-policy.js';
import type { Manifest } from '../lib/manifests/manifest.js';
import { ConcernChart } from './concern-chart.js';
import type { ClusterInput } from './cluster-input.js';

/** `policy.yaml`: who may read the metrics of the multicluster extension. */
export class PolicyChart extends ConcernChart {
  constructor(scope: Construct, { cluster, parts }: ClusterInput) {
    super(scope, 'policy.yaml');
    new MetricsPolicy(this, 'metrics', { parts });
    new ScraperPolicy(this, 'scrapers', {
      scrapers: cluster.scrapers,
      objects: parts.map((part) => part.object as Manifest),
    });
  }
}
