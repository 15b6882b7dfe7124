import { rule } from '../../rule.js';

const most = 5000;

/** The objects of a cluster fit one Application. Dumps of clusters are not counted. */
export const objectBudget = rule('OBJECT_BUDGET', {
  group: 'delivery',
  severity: 'warning',
  reach: 'cluster',
  fix: 'part the manifests into several Applications',
  source: 'https://github.com/argoproj/argo-cd/blob/v3.5.1/docs/operator-manual/high_availability.md',
  symptoms: ['Argo CD takes minutes to refresh', 'rpc error: received message larger than max'],
  check(fleet, report) {
    for (const { symbols } of fleet.clusters) {
      const [first] = [...symbols.services, ...symbols.serviceAccounts, ...symbols.namespaces];
      if (symbols.objectCount <= most || first === undefined || first.isLive === true) continue;
      report({
        at: first,
        message: `the files of ${symbols.name} hold ${symbols.objectCount} objects; up to ${most} are safe in one Application`,
      });
    }
  },
});
