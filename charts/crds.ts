import type { Construct } from 'constructs';
import { LinkCrd } from '../lib/constructs/link-crd.js';
import { ConcernChart } from './concern-chart.js';
import type { ClusterInput } from './cluster-input.js';

/** `crds.yaml`: the definition of the Link resource. */
export class CrdsChart extends ConcernChart {
  constructor(scope: Construct, { parts }: ClusterInput) {
    super(scope, 'crds.yaml');
    new LinkCrd(this, 'crds', { parts });
  }
}
