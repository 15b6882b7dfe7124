import type { TestFleet } from './fleets.js';
import type { TestObject } from './own-fleet.js';

/** One change to a clean fleet. */
export interface RuleCase {
  /** What the change is; ends the sentence "reports CODE when …" or "is silent when …". */
  readonly when: string;
  readonly edit: (fleet: TestFleet) => void;
  /** Codes that the same change trips for good reason. */
  readonly also?: readonly string[];
}

/** Changes that trip a rule, and changes near them that do not. */
export interface RuleCases {
  readonly trips: readonly RuleCase[];
  readonly holds: readonly RuleCase[];
}

/** A change that adds objects to a cluster. */
export function adding(cluster: string, ...objects: readonly TestObject[]): RuleCase['edit'] {
  return (fleet) => {
    fleet.add(cluster, ...objects);
  };
}
