import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

/** A Link selects something. */
export const selectorNone = rule('SELECTOR_NONE', {
  group: 'modes',
  severity: 'error',
  reach: 'link',
  fix: 'set `spec.selector` to `matchLabels: { mirror.linkerd.io/exported: "true" }`',
  source: clusterWatcher,
  symptoms: ['no mirror Service appears', 'controller healthy, nothing mirrored'],
  isSilent: true,
  check(fleet, report) {
    for (const { link, label } of fleet.edges) {
      const selectors = [link.selector, link.remoteDiscoverySelector, link.federatedServiceSelector];
      if (selectors.some((selector) => (selector?.value ?? 0) > 0)) continue;
      report({
        at: link,
        field: selectors.find((selector) => selector !== undefined) ?? { path: 'spec.selector' },
        link: label,
        message: `Link ${link.name} has no selector with a term`,
      });
    }
  },
});
