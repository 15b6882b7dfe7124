import type { Construct } from 'constructs';
import { ChartPartConstruct, ofTemplates, type ChartProps } from './chart-part.js';

/**
 * The definition of the Link resource.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/charts/linkerd-multicluster/templates/link-crd.yaml
 */
export class LinkCrd extends ChartPartConstruct {
  constructor(scope: Construct, id: string, props: ChartProps) {
    super(scope, id, props, ofTemplates('link-crd.yaml'));
  }
}
