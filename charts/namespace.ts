import type { Construct } from 'constructs';
import { MulticlusterNamespace } from '../lib/constructs/multicluster-namespace.js';
import { ConcernChart } from './concern-chart.js';
import type { ClusterInput } from './cluster-input.js';

/** `namespace.yaml`: the Namespace of the multicluster extension. */
export class NamespaceChart extends ConcernChart {
  constructor(scope: Construct, { cluster }: ClusterInput) {
    super(scope, 'namespace.yaml');
    new MulticlusterNamespace(this, 'namespace', {
      name: cluster.namespace,
      cniEnabled: cluster.values.cniEnabled === true,
    });
  }
}
