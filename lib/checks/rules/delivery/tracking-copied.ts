import { firstWith } from '../../../releases/first-with.js';
import { isExcluded } from '../../exclusion.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

const keys = ['argocd.argoproj.io/tracking-id', 'argocd.argoproj.io/installation-id'];

/** Links of a fleet that Argo CD delivers do not copy Argo CD’s own annotations. */
export const trackingCopied = rule('TRACKING_COPIED', {
  group: 'delivery',
  severity: 'warning',
  reach: 'links',
  since: firstWith('linkGen'),
  fix: 'set `excludedAnnotations: [argocd.argoproj.io/*]` and `excludedLabels: [argocd.argoproj.io/*]`; add `app.kubernetes.io/instance` under label tracking',
  source: clusterWatcher,
  symptoms: ['Argo CD prunes mirror Services', 'mirrors are deleted and created again'],
  check(fleet, report) {
    if (fleet.applications.length === 0) return;
    for (const { link, label } of fleet.edges) {
      const missing = keys.filter((key) => !isExcluded(link.excludedAnnotations, key));
      if (missing.length === 0) continue;
      report({
        at: link,
        field: link.excludedAnnotations?.[0] ?? { path: 'spec.excludedAnnotations' },
        link: label,
        message: `Link ${link.name} copies ${missing.join(' and ')} to mirrors`,
      });
    }
  },
});
