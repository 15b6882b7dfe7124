import type { Construct } from 'constructs';
import { MetricsPolicy } from '../lib/constructs/metrics-policy.js';
import { ScraperPolicy } from '../lib/constructs/scraper-policy.js';
import { ConcernChart } from './concern-chart.js';
import type { ClusterInput } from './cluster-input.js';
import { scrapedObjects } from './scraped-objects.js';

/** `policy.yaml`: who may read the metrics of the multicluster extension. */
export class PolicyChart extends ConcernChart {
  constructor(scope: Construct, input: ClusterInput) {
    const { scrapers } = input.cluster;
    super(scope, 'policy.yaml');
    new MetricsPolicy(this, 'metrics', { parts: input.parts });
    new ScraperPolicy(this, 'scrapers', {
      scrapers,
      objects: scrapers.length === 0 ? [] : scrapedObjects(input),
    });
  }
}
