import { Chart } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { inParts } from '../lib/constructs/in-parts.js';
import { LatePlace, place } from '../lib/constructs/late-place.js';

/**
 * One concern of a cluster: one file of its output.
 *
 * Its objects name themselves and their namespaces, so the chart adds neither names, labels nor dependencies.
 * Neither the chart nor what it holds is in the construct tree until somebody reads its `node`.
 */
export abstract class ConcernChart extends inParts(Chart) {
  declare readonly id: string;
  /** File of the output, relative to the cluster's folder. */
  declare readonly file: string;
  declare readonly [place]: LatePlace;

  protected constructor(scope: Construct, file: string) {
    super();
    this.id = file.slice(0, -'.yaml'.length);
    this.file = file;
    this[place] = new LatePlace(this, scope, this.id, { isHidden: true });
  }

  static {
    Object.defineProperties(this.prototype, {
      node: {
        get(this: ConcernChart) {
          return this[place].node;
        },
      },
      // what the constructor of a stock chart sets
      [Symbol.for('cdk8s.Chart')]: { value: true },
      _labels: { value: {} },
      _disableResourceNameHashes: { value: false },
    });
  }

  /** The constructs that were made below it. */
  get constructs(): readonly IConstruct[] {
    return this[place].below;
  }
}
