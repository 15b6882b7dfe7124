import { selects, type SelectorSymbol } from '../../../symbols/kinds/selector.js';
import { related } from '../../report.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

/** A Service is exported through the gateway or flat, not both. */
export const selectorOverlap = rule('SELECTOR_OVERLAP', {
  group: 'modes',
  severity: 'warning',
  reach: 'link',
  fix: 'select the two modes by different values of one label, as `true` and `remote-discovery` are',
  source: clusterWatcher,
  symptoms: ['a mirror has no endpoints', 'a Service expected behind the gateway is mirrored flat'],
  isSilent: true,
  check(fleet, report) {
    for (const { link, label, hasGateway } of fleet.edges) {
      const { selector, remoteDiscoverySelector: flat } = link;
      if (selector === undefined || flat === undefined || !hasGateway) continue;
      if (!takesAll(flat, selector) && !takesAll(selector, flat)) continue;
      report({
        at: link,
        field: flat,
        link: label,
        message: `\`${flat.path}\` of Link ${link.name} also picks Services of \`${selector.path}\``,
        related: [related(link, selector, 'the selector of gateway mode')],
      });
    }
  },
});

/** True when the plainest Service that `narrow` picks is picked by `wide` too. */
function takesAll(wide: SelectorSymbol, narrow: SelectorSymbol): boolean {
  const labels: Record<string, string> = { ...narrow.matchLabels };
  for (const { key, operator, values } of narrow.matchExpressions) {
    if (operator === 'In') labels[key] ??= values[0] ?? '';
    if (operator === 'Exists') labels[key] ??= 'any';
  }
  return selects(narrow, labels) && selects(wide, labels);
}
