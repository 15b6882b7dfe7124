import { rule } from '../../rule.js';
import { linkerd2 } from '../../upstream.js';

/** A cluster is called by one name, or one place says that it has two. */
export const clusterTwoNames = rule('CLUSTER_TWO_NAMES', {
  group: 'names',
  severity: 'info',
  reach: 'links',
  fix: 'call the cluster by one name, or say `argocdName` in `--fleet FILE`, so that every name is checked by it',
  source: linkerd2('multicluster/cmd/link.go'),
  symptoms: ['accounts, keys and mirrors call one cluster differently'],
  check(fleet, report) {
    const told = new Set<string>();
    for (const { link, label, targetName, target, source } of fleet.edges) {
      if (target === undefined || target.name === targetName) continue;
      if (fleet.facts.clusters?.[targetName]?.argocdName === target.name) continue;
      const both = `${target.name} ${targetName}`;
      if (told.has(both)) continue;
      told.add(both);
      report({
        at: link,
        field: link.targetClusterName ?? link,
        link: label,
        message: `Links call ${target.name} by the name ${targetName}, as here that of ${source.name}`,
      });
    }
  },
});
