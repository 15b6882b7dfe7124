import { getPriority, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadAnswer } from './carry-to-thread.js';
import type { FileBatch } from './file-batch.js';
import { FileKeeper } from './file-keeper.js';

// The other end of `carryToThread`: a script of its own, which nothing imports.

/** So much further behind others, a thread has a third of their share of a processor that all of them want. */
const steps = 5;
const last = 19;

/**
 * Lets the thread that renders go first, which is the one that all wait for: V8's own threads want processors as well.
 *
 * Linux has a priority for each thread; elsewhere it is that of the whole process.
 */
function stepBack(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(Math.min(getPriority() + steps, last));
  } catch {
    // where it is not allowed all are alike
  }
}

stepBack();
const keeper = new FileKeeper(workerData as { readonly digests: boolean });

parentPort?.on('message', (message: FileBatch | 'end') => {
  if (message === 'end') {
    const { seen } = keeper;
    const { digests } = seen;
    answer({ seen }, digests && [digests.cuts.buffer, digests.bytes.buffer, digests.stats.buffer]);
    parentPort?.close();
    return;
  }
  keeper.take(message);
  answer({ done: message.bytes }, [message.bytes.buffer]);
});

function answer(content: ThreadAnswer, transferred: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(content, transferred);
}
