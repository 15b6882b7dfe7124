import type { FieldPath } from '../config/loaded-config.js';
import type { LinkOptions } from '../config/topology-config.js';

/** A shape's directed edge before anything is derived: `source` mirrors from `target`. */
export interface Edge {
  readonly source: string;
  readonly target: string;
  readonly options: LinkOptions;
  /** Where the fleet file asks for it. */
  readonly path: FieldPath;
}
