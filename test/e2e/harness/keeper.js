// Outlives a run of the tests by a moment. The run holds the other end of this process's standard input, so however the
// run ends (finished, failed, Ctrl-C, killed), input ends here, and what the run started is stopped, newest first: an API
// server that has lost its etcd takes a minute to stop.
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const [folder, keep] = process.argv.slice(2);

/** Whether a process is one that this run started, and not a later one with the same id. */
function isOurs(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    if (/\) Z /.test(status)) return false;
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`LINKSPAN_E2E_RUN=${folder}`);
  } catch {
    return false;
  }
}

async function stop(pid) {
  if (!isOurs(pid)) return;
  process.kill(-pid, 'SIGTERM');
  for (let waited = 0; waited < 15_000 && isOurs(pid); waited += 50) await sleep(50);
  if (isOurs(pid)) process.kill(-pid, 'SIGKILL');
}

function pids() {
  try {
    return readdirSync(`${folder}/pids`)
      .sort()
      .reverse()
      .map((note) => Number(readFileSync(`${folder}/pids/${note}`, 'utf8')))
      .filter((pid) => pid > 0);
  } catch {
    return [];
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
process.stdin.resume();
process.stdin.on('error', () => {});
process.stdin.on('close', async () => {
  for (const pid of pids()) await stop(pid);
  if (keep !== 'keep') rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
