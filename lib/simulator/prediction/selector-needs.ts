import { compileSelector, type LabelSelector, type SelectorTerm } from '../../symbols/label-selector.js';
import type { StringMap } from '../objects.js';

function termNeed({ key, operator, values = [] }: SelectorTerm): string {
  const texts = values.map((value) => JSON.stringify(value)).join(' or ');
  switch (operator) {
    case 'In':
      return `set label \`${key}\` to ${texts}`;
    case 'NotIn':
      return `set label \`${key}\` to anything but ${texts}`;
    case 'Exists':
      return `set label \`${key}\``;
    default:
      return `remove label \`${key}\``;
  }
}

/** What has to change about labels for a selector that can match to match them; nothing where it does. */
export function selectorNeeds(selector: LabelSelector, labels: StringMap): readonly string[] {
  const needs: string[] = [];
  for (const [key, value] of Object.entries(selector.matchLabels ?? {})) {
    if (labels[key] !== value) needs.push(termNeed({ key, operator: 'In', values: [value] }));
  }
  for (const term of selector.matchExpressions ?? []) {
    if (!compileSelector({ matchExpressions: [term] })(labels)) needs.push(termNeed(term));
  }
  return needs;
}

/** True for a selector with a term that a value of this label could hold for. */
export function namesLabel({ matchLabels, matchExpressions }: LabelSelector, key: string): boolean {
  if (Object.hasOwn(matchLabels ?? {}, key)) return true;
  return (matchExpressions ?? []).some((term) => term.key === key && term.operator !== 'DoesNotExist');
}
