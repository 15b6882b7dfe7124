import type { Edge } from '../../fleet.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

/** At most one Link per target in a source. */
export const linkTargetTwice = rule('LINK_TARGET_TWICE', {
  group: 'names',
  severity: 'error',
  reach: 'cluster',
  about: 'links',
  fix: 'remove one of the two Links',
  source: clusterWatcher,
  symptoms: ['endpoints of mirrors change back and forth', 'too many mirror controllers for one cluster'],
  check(fleet, report) {
    const first = new Map<string, Edge>();
    for (const edge of fleet.edges) {
      const key = `${edge.source.name}/${edge.targetName}`;
      const other = first.get(key);
      if (other === undefined) {
        first.set(key, edge);
        continue;
      }
      // the same object twice is told by OBJECT_TWICE
      if (other.link.name === edge.link.name && other.link.namespace === edge.link.namespace) continue;
      report({
        at: edge.link,
        field: edge.link.targetClusterName,
        link: edge.label,
        message: `Links ${other.link.name} and ${edge.link.name} both have the target ${edge.targetName}`,
        related: [
          related(other.link, other.link.targetClusterName, `Link ${other.link.name} has the same target`),
        ],
      });
    }
  },
});
