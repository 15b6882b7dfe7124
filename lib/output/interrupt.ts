import { clockMilliseconds } from './clock.js';

/** Watches for Ctrl-C and for being told to end, so that a run can leave the old output and say so. */
export interface Interrupts {
  /** The first signal that came, once the run has paused. */
  readonly signal: NodeJS.Signals | undefined;
  /** Lets a signal that came meanwhile be seen; true when there was one. Called between clusters. */
  pause: () => Promise<boolean>;
  /** Gives the signals back to the process. */
  stop: () => void;
}

/** A turn of the event loop costs more than a small cluster, so most pauses are none. */
const pauseEveryMilliseconds = 50;

const watched = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Begins to watch. The run is synchronous, so a signal is seen only where it pauses; while files are put in place
 * it never does, and they are then all in place.
 *
 * A second signal ends the process at once, as the system would; the output is whole even then.
 */
export function watchInterrupts(): Interrupts {
  let signal: NodeJS.Signals | undefined;
  let lastPause = clockMilliseconds();
  const notice = (name: NodeJS.Signals): void => {
    signal = name;
    for (const each of watched) process.removeListener(each, notice);
  };
  for (const each of watched) process.on(each, notice);
  return {
    get signal() {
      return signal;
    },
    pause: async () => {
      if (clockMilliseconds() - lastPause < pauseEveryMilliseconds) return signal !== undefined;
      lastPause = clockMilliseconds();
      await new Promise((resolve) => setImmediate(resolve));
      return signal !== undefined;
    },
    stop: () => {
      for (const each of watched) process.removeListener(each, notice);
    },
  };
}

/** Exit code of a process that a signal ended, as shells count: 130 for Ctrl-C. */
export function interruptedExitCode(signal: NodeJS.Signals): number {
  return signal === 'SIGINT' ? 130 : signal === 'SIGHUP' ? 129 : 143;
}
