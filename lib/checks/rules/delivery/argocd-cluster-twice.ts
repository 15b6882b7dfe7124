import type { ArgocdClusterSymbol } from '../../../symbols/kinds/argocd.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';

/** Each cluster has a name of its own in Argo CD. */
export const argocdClusterTwice = rule('ARGOCD_CLUSTER_TWICE', {
  group: 'delivery',
  severity: 'error',
  reach: 'delivery',
  fix: 'give each cluster Secret a `name` of its own',
  source: 'https://github.com/argoproj/argo-cd/blob/v3.5.1/applicationset/generators/cluster.go',
  symptoms: ['there are 2 clusters with the same name', 'one of two clusters gets nothing'],
  check(fleet, report) {
    const first = new Map<string, ArgocdClusterSymbol>();
    for (const cluster of fleet.argocdClusters) {
      const other = first.get(cluster.clusterName.value);
      if (other === undefined) first.set(cluster.clusterName.value, cluster);
      // the same object given twice is another rule's
      else if (other.name !== cluster.name || other.namespace !== cluster.namespace) {
        report({
          at: cluster,
          field: cluster.clusterName,
          message: `${other.kind} ${other.name} and ${cluster.name} are both cluster ${cluster.clusterName.value} of Argo CD`,
          related: [related(other, other.clusterName, 'the same name')],
        });
      }
    }
  },
});
