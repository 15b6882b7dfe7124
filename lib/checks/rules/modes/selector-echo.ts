import type { LinkSymbol } from '../../../symbols/kinds/link.js';
import { selects, type SelectorSymbol } from '../../../symbols/kinds/selector.js';
import { isExcluded } from '../../exclusion.js';
import type { Edge } from '../../fleet.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

/** A selector does not match the mirrors that it makes. */
export const selectorEcho = rule('SELECTOR_ECHO', {
  group: 'modes',
  severity: 'error',
  reach: 'links',
  fix: 'select by a label that begins with `mirror.linkerd.io/`, or add a term `mirror.linkerd.io/mirrored-service DoesNotExist`',
  source: clusterWatcher,
  symptoms: [
    'Services called a-east-west-east',
    'mirrors of mirrors',
    'the number of Services grows without end',
  ],
  isSilent: true,
  check(fleet, report) {
    for (const edge of fleet.edges) {
      const { link, label } = edge;
      for (const selector of [link.selector, link.remoteDiscoverySelector]) {
        if (selector === undefined || selector.value === 0 || !matchesItsMirror(selector, link, edge))
          continue;
        const looped = edge.target !== undefined && edge.target.symbols.links.length > 0;
        report({
          at: link,
          field: selector,
          link: label,
          severity: looped ? 'error' : 'warning',
          message: `\`${selector.path}\` of Link ${link.name} also matches mirrors, as its labels are copied to them`,
          ...(looped
            ? {}
            : {
                why: 'Nothing loops yet. Once the target has a Link of its own, its mirrors are mirrored again, one suffix longer every round.',
              }),
        });
      }
    }
  },
});

/** Builds the plainest labels that satisfy the selector, copies them as the controller does, and asks again. */
function matchesItsMirror(selector: SelectorSymbol, link: LinkSymbol, edge: Edge): boolean {
  const labels: Record<string, string> = { ...selector.matchLabels };
  for (const { key, operator, values } of selector.matchExpressions) {
    if (operator === 'In' && labels[key] === undefined) labels[key] = values[0] ?? '';
    if (operator === 'Exists' && labels[key] === undefined) labels[key] = 'any';
  }
  if (!selects(selector, labels)) return false;
  const copied = Object.fromEntries(
    Object.entries(labels).filter(
      ([key]) => !key.startsWith('mirror.linkerd.io') && !isExcluded(link.excludedLabels, key),
    ),
  );
  return selects(selector, {
    ...copied,
    'mirror.linkerd.io/mirrored-service': 'true',
    'mirror.linkerd.io/cluster-name': edge.targetName,
  });
}
