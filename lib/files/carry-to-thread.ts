import { Worker } from 'node:worker_threads';
import type { Carrier, GiveBack } from './carrier.js';
import type { SeenFiles } from './file-batch.js';

/** Batches under way at most, beyond the one that is being filled: two megabytes. */
const mostUnderWay = 8;

/** Batches are soon done with, so what a thread makes for them may be collected often: 12 megabytes less. */
const resourceLimits = { maxYoungGenerationSizeMb: 4 };

/** The thread has nothing to print; Node would make the process's own streams for it, which takes milliseconds. */
const printsNothing = { stdout: true, stderr: true };

/** What a thread answers: the bytes of a batch that is done, or at the end what it saw. */
export type ThreadAnswer = { readonly done: Uint8Array<ArrayBuffer> } | { readonly seen: SeenFiles };

/** Has everything done in another thread: about a quarter of what a large run does. */
export function carryToThread(
  script: string,
  options: { readonly digests: boolean },
  giveBack: GiveBack,
): Carrier {
  const worker = new Worker(script, { workerData: options, execArgv: [], resourceLimits, ...printsNothing });
  let underWay = 0;
  let isLost = false;
  let wake = (): void => undefined;
  let tell: (seen: SeenFiles) => void;
  let fail: (error: Error) => void;
  const seen = new Promise<SeenFiles>((resolve, reject) => {
    tell = resolve;
    fail = reject;
  });
  // whoever asks for it is told
  seen.catch(() => undefined);
  worker.on('message', (answer: ThreadAnswer) => {
    if ('seen' in answer) {
      tell(answer.seen);
      return;
    }
    underWay--;
    giveBack(answer.done);
    wake();
  });
  worker.on('error', (error) => {
    isLost = true;
    fail(error);
    wake();
  });
  const lost = async (): Promise<void> => {
    await seen;
  };
  const awake = async (): Promise<void> => {
    await new Promise<void>((resolve) => (wake = resolve));
    if (isLost) await lost();
  };
  return {
    send: (batch) => {
      underWay++;
      worker.postMessage(batch, [batch.bytes.buffer]);
    },
    room: () => (isLost ? lost() : underWay < mostUnderWay ? undefined : awake()),
    end: () => {
      worker.postMessage('end');
      return seen;
    },
    stop: async () => {
      await worker.terminate();
    },
  };
}
