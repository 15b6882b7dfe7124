import type { LabelSelector, SelectorTerm } from '../symbols/label-selector.js';

const setTerm = /^(\S+)\s+(in|notin)\s*\(([^)]*)\)$/;

/** One requirement of a selector in text form. */
function parseTerm(text: string): SelectorTerm {
  const set = setTerm.exec(text);
  if (set !== null) {
    const values = (set[3] ?? '').split(',').map((v) => v.trim());
    return { key: set[1] ?? '', operator: set[2] === 'in' ? 'In' : 'NotIn', values };
  }
  const unequal = /^(.*?)\s*!=\s*(.*)$/.exec(text);
  if (unequal !== null) return { key: unequal[1] ?? '', operator: 'NotIn', values: [unequal[2] ?? ''] };
  const equal = /^(.*?)\s*==?\s*(.*)$/.exec(text);
  if (equal !== null) return { key: equal[1] ?? '', operator: 'In', values: [equal[2] ?? ''] };
  return text.startsWith('!')
    ? { key: text.slice(1).trim(), operator: 'DoesNotExist' }
    : { key: text, operator: 'Exists' };
}

/** A selector in kubectl's text form, `a=b,c in (d,e),!f`, as the local mirror's option takes it. */
export function parseSelectorText(text: string): LabelSelector {
  const terms = text.match(/(?:[^,(]|\([^)]*\))+/g) ?? [];
  return { matchExpressions: terms.map((t) => parseTerm(t.trim())).filter((t) => t.key !== '') };
}
