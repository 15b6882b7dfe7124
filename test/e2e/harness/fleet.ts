import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';

import { startCluster, type Cluster } from './cluster.js';
import { startEtcd } from './etcd.js';
import { Processes } from './processes.js';
import { timed } from './progress.js';

/** Clusters that share nothing but an etcd, and what is started beside them. */
export interface Fleet<Name extends string = string> {
  readonly clusters: Readonly<Record<Name, Cluster>>;
  /** Takes further processes, which then end with the fleet. */
  readonly processes: Processes;
  /** A folder for files of the test. */
  readonly folder: string;
  /** Ends every process of the fleet and removes its folder. */
  stop(): Promise<void>;
}

/** Starts empty clusters. Without controllers, an API server is all that a cluster has. */
export async function startFleet<Name extends string>(
  names: readonly Name[],
  { hasControllers }: { readonly hasControllers: boolean },
): Promise<Fleet<Name>> {
  const { run, isKept } = inject('e2e');
  const folder = mkdtempSync(join(run, 'fleet-'));
  const processes = new Processes(run, folder);
  return timed(`started ${names.length} empty clusters: ${names.join(', ')}`, async () => {
    const etcd = await startEtcd(processes);
    const started = await Promise.all(
      names.map((name, number) => startCluster(name, { processes, etcd, number, hasControllers })),
    );
    return {
      clusters: Object.fromEntries(started.map((cluster) => [cluster.name, cluster])) as Record<
        Name,
        Cluster
      >,
      processes,
      folder,
      stop: async () => {
        for (const cluster of started) cluster.api.close();
        await processes.stop();
        if (!isKept) rmSync(folder, { recursive: true, force: true });
      },
    };
  });
}
