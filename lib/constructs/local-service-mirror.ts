import type { Construct } from 'constructs';
import { ChartPartConstruct, ofTemplates, type ChartProps } from './chart-part.js';

/**
 * The local service mirror, for local members of federated services, and the role that all service mirrors of
 * the cluster share.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/local-service-mirror.yaml
 */
export class LocalServiceMirror extends ChartPartConstruct {
  constructor(scope: Construct, id: string, props: ChartProps) {
    super(scope, id, props, ofTemplates('local-service-mirror.yaml', 'controller-clusterrole.yaml'));
  }
}
