import type { Construct } from 'constructs';
import { LinkCredentials } from '../lib/constructs/link-credentials.js';
import type { Credentials } from '../lib/topology/fleet.js';
import { ConcernChart } from './concern-chart.js';
import type { ClusterInput, OutgoingLink } from './cluster-input.js';

/** `credentials-<target>.yaml`: how the credential of one Link reaches the cluster. */
export class CredentialsChart extends ConcernChart {
  constructor(
    scope: Construct,
    { cluster }: ClusterInput,
    { link, target }: OutgoingLink,
    credentials: Credentials,
  ) {
    super(scope, `credentials-${link.target}.yaml`);
    new LinkCredentials(this, 'credentials', {
      target: link.target,
      namespace: cluster.namespace,
      linkerdNamespace: cluster.linkerdNamespace,
      trustDomain: target.trustDomain,
      clusterDomain: target.clusterDomain,
      name: credentials.name,
      store: { name: credentials.store, kind: credentials.storeKind },
      key: credentials.key,
      property: credentials.property,
      refreshInterval: credentials.refreshInterval,
    });
  }
}
