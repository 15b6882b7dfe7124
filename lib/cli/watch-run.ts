import { interruptedExitCode, watchInterrupts } from '../output/interrupt.js';
import type { SynthOptions } from '../pipeline/synth-fleet.js';
import { Progress } from './progress.js';

/** Someone who looks on while a run takes its time. */
interface WatchedRun {
  readonly listener: Pick<SynthOptions, 'onDone' | 'onStage'>;
  /** Ends the watch; tells which signal came, if one did. */
  readonly end: () => { readonly name: string; readonly exitCode: number } | undefined;
}

/** Shows the progress of a run on a terminal, and lets Ctrl-C end it between two clusters. */
export function watchRun(): WatchedRun {
  const progress = new Progress(() => process.stderr);
  const interrupts = watchInterrupts();
  return {
    listener: {
      onDone: (done, total) => {
        progress.clusters(done, total);
        return interrupts.pause();
      },
      onStage: (doing) => {
        progress.doing(doing);
      },
    },
    end: () => {
      progress.end();
      interrupts.stop();
      const { signal } = interrupts;
      return signal === undefined ? undefined : { name: signal, exitCode: interruptedExitCode(signal) };
    },
  };
}
