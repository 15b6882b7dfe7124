import { firstWith } from '../../../releases/first-with.js';
import { rule } from '../../rule.js';
import { mirrorCommand } from '../../upstream.js';

/** A controller has one replica while the lease-loss loop is not fixed. */
export const controllerReplicas = rule('CONTROLLER_REPLICAS', {
  group: 'versions',
  severity: 'warning',
  reach: 'cluster',
  since: firstWith('leaseLossBusyLoop'),
  fix: 'set `replicas: 1`; a restarted controller takes over within seconds',
  source: mirrorCommand,
  symptoms: ['controller at 1000m CPU', 'released lease in the log and no later acquired lease'],
  check(fleet, report) {
    for (const view of fleet.clusters) {
      for (const workloads of view.controllers.values()) {
        for (const workload of workloads) {
          if (workload.replicas === undefined || workload.replicas.value < 2) continue;
          report({
            at: workload,
            field: workload.replicas,
            message: `${workload.name} has ${workload.replicas.value} replicas`,
          });
        }
      }
    }
  },
});
