import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadAnswer } from './carry-to-thread.js';
import type { FileBatch } from './file-batch.js';
import { FileKeeper } from './file-keeper.js';

// The other end of `carryToThread`: a script of its own, which nothing imports.
const keeper = new FileKeeper(workerData as { readonly digests: boolean });

parentPort?.on('message', (message: FileBatch | 'end') => {
  if (message === 'end') {
    answer({ seen: keeper.seen });
    parentPort?.close();
    return;
  }
  keeper.take(message);
  answer({ done: message.bytes }, [message.bytes.buffer]);
});

function answer(content: ThreadAnswer, transferred: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(content, transferred);
}
