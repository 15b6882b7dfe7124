import type { FleetConfig } from '../config/fleet-config.js';

/** One step of a plan: a commit that changes the fleet file, or something that only a person with access can do. */
export interface Step {
  readonly title: string;
  /** The fleet file after the commit; absent for a step outside Git. */
  readonly fleet?: FleetConfig;
  /** What the commit changes, in the words of the fleet file; or what to do. Commands stand in backticks. */
  readonly actions: readonly string[];
  /** What must hold before the next step, with the command that shows it. */
  readonly checks: readonly string[];
  /** Arguments that `synth` needs, as it takes something out. */
  readonly allowRemove?: readonly string[];
}

/** An ordered plan for one Link. */
export interface Plan {
  readonly title: string;
  readonly steps: readonly Step[];
}
