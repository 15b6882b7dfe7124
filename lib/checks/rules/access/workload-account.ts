import { accountNamed } from '../../named.js';
import { rule } from '../../rule.js';
import { chartTemplate } from '../../upstream.js';

/** Controllers and gateways run under accounts that exist. */
export const workloadAccount = rule('ACCESS_WORKLOAD_ACCOUNT', {
  reach: 'cluster',
  group: 'access',
  severity: 'error',
  fix: 'name an account of the same namespace in `serviceAccountName`, or add it',
  source: chartTemplate('controller/deployment.yaml'),
  symptoms: ['error looking up service account', 'serviceaccount not found', 'a Deployment without pods'],
  check(fleet, report) {
    for (const view of fleet.clusters) {
      for (const workload of view.symbols.workloads) {
        const account = workload.serviceAccountName;
        const namespace = workload.namespace ?? '';
        if (workload.labels['linkerd.io/extension'] !== 'multicluster' || account === undefined) continue;
        if (account.value === 'default' || accountNamed(view, namespace, account.value) !== undefined)
          continue;
        const others = view.symbols.serviceAccounts.some((each) => (each.namespace ?? '') === namespace);
        report({
          at: workload,
          field: account,
          severity: others ? 'error' : 'info',
          message: `${workload.kind} ${workload.name} runs under account ${account.value}, which ${others ? `${namespace} does not have` : 'is not among the files'}`,
        });
      }
    }
  },
});
