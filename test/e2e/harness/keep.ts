import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Starts the keeper of a run; the function returned lets it do its work, as the end of this process would, and waits.
 *
 * The run's folder is removed at the end unless it is to be kept.
 */
export function startKeeper(run: string, isKept: boolean): () => Promise<void> {
  const path = fileURLToPath(new URL('keeper.js', import.meta.url));
  const keeper = spawn(process.execPath, [path, run, ...(isKept ? ['keep'] : [])], {
    detached: true,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  return () =>
    new Promise((resolve) => {
      keeper.once('exit', () => {
        resolve();
      });
      keeper.stdin.end();
    });
}
