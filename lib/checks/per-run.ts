import type { FleetFacts } from './facts.js';

/**
 * Makes something once for each run of the linker; it goes when the run does.
 *
 * The facts of the whole fleet, which every view and fleet of a run holds, stand for the run.
 */
export function oncePerRun<T>(make: (run: FleetFacts) => T): (run: FleetFacts) => T {
  const known = new WeakMap<FleetFacts, T>();
  return (run) => {
    const earlier = known.get(run);
    if (earlier !== undefined) return earlier;
    const made = make(run);
    known.set(run, made);
    return made;
  };
}
