import { clockMilliseconds } from '../output/clock.js';

/** The stages of a run, in the order of the data's way. */
export type Stage = 'read' | 'render' | 'symbols' | 'serialize' | 'guard' | 'compare' | 'link' | 'write';

/** Does a piece of a stage's work and gives its result. */
export type InStage = <T>(stage: Stage, work: () => T) => T;

/** Does the work and measures nothing. */
export const unmeasured: InStage = (_stage, work) => work();

/** How long each stage takes, in milliseconds of the clock. */
export class StageTimes {
  readonly #milliseconds = new Map<Stage, number>();
  readonly #began = clockMilliseconds();

  readonly measure: InStage = (stage, work) => {
    const began = clockMilliseconds();
    try {
      return work();
    } finally {
      this.#milliseconds.set(stage, (this.#milliseconds.get(stage) ?? 0) + clockMilliseconds() - began);
    }
  };

  /** The stages with their times, and the whole from this object's making on, as JSON. */
  report(): string {
    const rounded = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;
    const stages = [...this.#milliseconds].map(([stage, milliseconds]) => [stage, rounded(milliseconds)]);
    const profile = {
      unit: 'milliseconds',
      total: rounded(clockMilliseconds() - this.#began),
      stages: Object.fromEntries(stages) as Readonly<Record<string, number>>,
    };
    return `${JSON.stringify(profile, null, 2)}\n`;
  }
}
