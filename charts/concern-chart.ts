import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

/**
 * One concern of a cluster: one file of its output.
 *
 * Its objects name themselves and their namespaces, so the chart adds neither names, labels nor dependencies.
 */
export abstract class ConcernChart extends Chart {
  /** File of the output, relative to the cluster's folder. */
  readonly file: string;

  protected constructor(scope: Construct, file: string) {
    super(scope, file.slice(0, -'.yaml'.length));
    this.file = file;
  }
}
