import { interruptedExitCode, watchInterrupts } from '../output/interrupt.js';
import type { SynthOptions } from '../pipeline/synth-fleet.js';
import { StageTimes } from '../pipeline/stages.js';
import { Progress } from './progress.js';

/** Someone who looks on while a run takes its time. */
interface WatchedRun {
  readonly listener: Pick<SynthOptions, 'onDone' | 'onStage' | 'inStage'>;
  /** Ends the watch; tells which signal came, if one did. */
  readonly end: () => { readonly name: string; readonly exitCode: number } | undefined;
  /** How long each stage took until now, as JSON. */
  readonly profile: () => string;
}

/** Shows the progress of a run on a terminal, lets Ctrl-C end it between two clusters, and measures its stages. */
export function watchRun(): WatchedRun {
  const progress = new Progress(() => process.stderr);
  const interrupts = watchInterrupts();
  const times = new StageTimes();
  return {
    listener: {
      onDone: (done, total) => {
        progress.clusters(done, total);
        return interrupts.pause();
      },
      onStage: (doing) => {
        progress.doing(doing);
      },
      inStage: times.measure,
    },
    end: () => {
      progress.end();
      interrupts.stop();
      const { signal } = interrupts;
      return signal === undefined ? undefined : { name: signal, exitCode: interruptedExitCode(signal) };
    },
    profile: () => times.report(),
  };
}
