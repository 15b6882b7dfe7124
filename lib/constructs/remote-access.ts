import type { Construct } from 'constructs';
import { ChartPartConstruct, ofTemplates, type ChartProps } from './chart-part.js';

/**
 * What source clusters may do in this one: an account, its token and its rights for each of them.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/remote-access-service-mirror-rbac.yaml
 */
export class RemoteAccess extends ChartPartConstruct {
  constructor(scope: Construct, id: string, props: ChartProps) {
    super(scope, id, props, ofTemplates('remote-access-service-mirror-rbac.yaml'));
  }
}
