import type { Construct } from 'constructs';
import { PushedCredentials } from '../lib/constructs/pushed-credentials.js';
import { ConcernChart } from './concern-chart.js';
import type { ClusterInput } from './cluster-input.js';

/** `pushed-credentials.yaml`: what the cluster pushes into the store for each of its sources. */
export class PushedCredentialsChart extends ConcernChart {
  constructor(scope: Construct, { cluster, incoming }: ClusterInput) {
    super(scope, 'pushed-credentials.yaml');
    for (const { source, accessAccount, credentials, credentialEpoch } of incoming) {
      if (credentials?.kind !== 'externalSecrets' || !credentials.push) continue;
      new PushedCredentials(this, source, {
        source,
        account: accessAccount,
        namespace: cluster.namespace,
        store: { name: credentials.store, kind: credentials.storeKind },
        key: credentials.key,
        refreshInterval: credentials.refreshInterval,
        ...(credentialEpoch !== undefined && { credentialEpoch }),
      });
    }
  }
}
