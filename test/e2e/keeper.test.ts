import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { describeClaims, saw } from './harness/claims.js';
import { startKeeper } from './harness/keep.js';
import { Processes } from './harness/processes.js';
import { until } from './harness/wait.js';

describeClaims('The keeper', () => {
  test('stops what a run started when the run is gone, and nothing else', async (context) => {
    const run = mkdtempSync(join(tmpdir(), 'linkspan-e2e-keeper-'));
    const processes = new Processes(run, run);
    const ours = [processes.start('one', ['sleep', '600']), processes.start('two', ['sleep', '600'])];
    const other = spawn('sleep', ['600'], { detached: true, stdio: 'ignore' });
    // As if a process of the run had ended, and its id had gone to somebody else.
    writeFileSync(join(run, 'pids', '99999-other'), String(other.pid));
    const endOfRun = startKeeper(run, false);
    try {
      await endOfRun();
      await until('both have ended', () => ours.every((running) => !running.isAlive()));
      expect(isRunning(other)).toBe(true);
      expect(existsSync(run)).toBe(false);
      saw(
        context,
        'two processes ended with the run, a foreign one with a noted id lives on, folder removed',
      );
    } finally {
      other.kill('SIGKILL');
    }
  });
});

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}
