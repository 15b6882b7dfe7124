import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

/** A Link names its target. */
export const linkTargetMissing = rule('LINK_TARGET_MISSING', {
  group: 'names',
  severity: 'error',
  reach: 'link',
  fix: 'set `spec.targetClusterName` to the Link’s name',
  source: clusterWatcher,
  symptoms: ['mirror names end in a hyphen', 'Failed to create mirror service'],
  isSilent: true,
  check(fleet, report) {
    for (const { link, label } of fleet.edges) {
      if ((link.targetClusterName?.value ?? '') !== '') continue;
      report({
        at: link,
        field: link.targetClusterName ?? { path: 'spec.targetClusterName' },
        link: label,
        message: `Link ${link.name} names no target cluster`,
      });
    }
  },
});
