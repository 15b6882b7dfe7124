import type { Construct } from 'constructs';
import { LinkCredentials } from '../lib/constructs/link-credentials.js';
import { ConcernChart } from './concern-chart.js';
import type { ClusterInput, OutgoingLink } from './cluster-input.js';

/** `credentials-<target>.yaml`: how the credential of one Link reaches the cluster. */
export class CredentialsChart extends ConcernChart {
  constructor(scope: Construct, { cluster }: ClusterInput, { link, target }: OutgoingLink) {
    super(scope, `credentials-${link.target}.yaml`);
    new LinkCredentials(this, 'credentials', { link, source: cluster, target });
  }
}
