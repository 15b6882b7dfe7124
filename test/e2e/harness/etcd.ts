import { join } from 'node:path';

import { freePort } from './free-port.js';
import type { Processes } from './processes.js';
import { program } from './programs.js';
import { until } from './wait.js';

/** Starts an etcd that forgets everything at its end, and returns its URL. */
export async function startEtcd(processes: Processes): Promise<string> {
  const url = `http://127.0.0.1:${await freePort()}`;
  const peer = `http://127.0.0.1:${await freePort()}`;
  const etcd = processes.start('etcd', [
    program('etcd'),
    '--name=e2e',
    `--data-dir=${join(processes.folder, 'etcd')}`,
    '--unsafe-no-fsync',
    '--log-level=warn',
    `--listen-client-urls=${url}`,
    `--advertise-client-urls=${url}`,
    `--listen-peer-urls=${peer}`,
    `--initial-advertise-peer-urls=${peer}`,
    `--initial-cluster=e2e=${peer}`,
  ]);
  await until('etcd is healthy', async () => (await fetch(`${url}/health`)).ok, { seconds: 30, on: [etcd] });
  return url;
}
