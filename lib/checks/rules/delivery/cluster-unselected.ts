import { argocdClusterOf, deliversTo, generatesFor } from '../../argocd-clusters.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';

/** Every cluster of the fleet gets an Application from some set that delivers the extension. */
export const clusterUnselected = rule('CLUSTER_UNSELECTED', {
  group: 'delivery',
  severity: 'error',
  reach: 'delivery',
  fix: 'write the labels of the generator’s selector on the cluster’s Secret in Argo CD',
  source: 'https://github.com/argoproj/argo-cd/blob/v3.5.1/applicationset/generators/cluster.go',
  symptoms: [
    'a cluster without an Application',
    'Argo CD deleted the Application of a cluster',
    'nothing is installed in a cluster',
  ],
  check(fleet, report) {
    if (fleet.argocdClusters.length === 0) return;
    for (const view of fleet.clusters) {
      const cluster = argocdClusterOf(fleet, view);
      const namespaces = [...view.delivered.keys()];
      if (cluster === undefined || namespaces.length === 0) continue;
      const delivering = fleet.applications.filter((each) =>
        namespaces.some((namespace) => deliversTo(each, namespace)),
      );
      const [set] = delivering;
      const isReached = delivering.some(
        (each) =>
          each.kind !== 'ApplicationSet' || each.hasOtherGenerators === true || generatesFor(each, cluster),
      );
      if (set === undefined || isReached) continue;
      const selector = set.clusterSelectors[0];
      const lacking = Object.entries(selector?.matchLabels ?? {}).filter(
        ([key, value]) => cluster.clusterLabels[key] !== value,
      );
      report({
        at: cluster,
        field: cluster.clusterName,
        message: `cluster ${cluster.clusterName.value} lacks ${lacking.length === 0 ? 'labels' : lacking.map(([key, value]) => `${key}: ${JSON.stringify(value)}`).join(', ')} that ${set.kind} ${set.name} selects by`,
        related: [related(set, selector, `the selector of ${set.name}`)],
      });
    }
  },
});
