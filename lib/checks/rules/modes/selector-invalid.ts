import type { SelectorSymbol } from '../../../symbols/kinds/selector.js';
import { isLabelKey, isLabelValue, type SelectorTerm } from '../../../symbols/label-selector.js';
import { rule } from '../../rule.js';
import { clusterWatcher } from '../../upstream.js';

/** Every term of a Link's selectors is one that Kubernetes understands. */
export const selectorInvalid = rule('SELECTOR_INVALID', {
  group: 'modes',
  severity: 'error',
  reach: 'link',
  fix: 'use `In` and `NotIn` with values, `Exists` and `DoesNotExist` without, all with keys and values that labels can have',
  source: clusterWatcher,
  symptoms: ['Invalid selector', 'a Link mirrors nothing'],
  isSilent: true,
  check(fleet, report) {
    for (const { link, label } of fleet.edges) {
      for (const selector of [link.selector, link.remoteDiscoverySelector, link.federatedServiceSelector]) {
        if (selector === undefined) continue;
        for (const term of termsOf(selector)) {
          const mistake = mistakeOf(term);
          if (mistake === undefined) continue;
          report({
            at: link,
            field: selector,
            link: label,
            message: `\`${selector.path}\` of Link ${link.name} has a term on ${term.key === '' ? 'no key' : term.key} ${mistake}`,
          });
        }
      }
    }
  },
});

/** All terms of a selector, with its labels as the terms that they stand for. */
function termsOf({ matchLabels, matchExpressions }: SelectorSymbol): readonly SelectorTerm[] {
  const labels = Object.entries(matchLabels).map(([key, value]) => ({
    key,
    operator: 'In',
    values: [value],
  }));
  return [...labels, ...matchExpressions];
}

function mistakeOf({ key, operator, values = [] }: SelectorTerm): string | undefined {
  if (key === '') return 'that names no label';
  if (!isLabelKey(key)) return 'whose key no label can have';
  const wrong = values.find((value) => !isLabelValue(value));
  if (wrong !== undefined) return `with the value ${JSON.stringify(wrong)}, which no label can have`;
  switch (operator) {
    case 'In':
    case 'NotIn':
      return values.length === 0 ? `with ${operator} and no values` : undefined;
    case 'Exists':
    case 'DoesNotExist':
      return values.length > 0 ? `with ${operator} and values` : undefined;
    default:
      return `with ${operator === '' ? 'no operator' : `unknown operator ${operator}`}`;
  }
}
