import type { LabelSelector, SelectorTerm } from './link-spec.js';
import type { StringMap } from './objects.js';

/** Answers whether labels are selected. */
export type Matcher = (labels: StringMap) => boolean;

const nothing: Matcher = () => false;
const namePart = /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const prefixPart = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** True for a key that Kubernetes accepts on an object: `name` or `prefix/name`. */
function isQualifiedName(key: string): boolean {
  const slash = key.indexOf('/');
  if (slash < 0) return namePart.test(key);
  const prefix = key.slice(0, slash);
  return prefix.length <= 253 && prefixPart.test(prefix) && namePart.test(key.slice(slash + 1));
}

function isLabelValue(value: string): boolean {
  return value === '' || namePart.test(value);
}

/** One term as a matcher; `undefined` when the API machinery calls it invalid (b51). */
function compileTerm({ key, operator, values = [] }: SelectorTerm): Matcher | undefined {
  if (!isQualifiedName(key) || !values.every(isLabelValue)) return undefined;
  switch (operator) {
    case 'In':
      return values.length === 0 ? undefined : (l) => Object.hasOwn(l, key) && values.includes(l[key] ?? '');
    case 'NotIn':
      return values.length === 0
        ? undefined
        : (l) => !Object.hasOwn(l, key) || !values.includes(l[key] ?? '');
    case 'Exists':
      return values.length > 0 ? undefined : (l) => Object.hasOwn(l, key);
    case 'DoesNotExist':
      return values.length > 0 ? undefined : (l) => !Object.hasOwn(l, key);
    default:
      return undefined;
  }
}

/**
 * A Link's selector as a function of labels.
 *
 * An absent selector, one without terms, and one with any invalid term match nothing
 * (mirror-behaviour 2, "Selectors").
 */
export function compileSelector(selector: LabelSelector | null | undefined): Matcher {
  const matchers: Matcher[] = [];
  for (const [key, value] of Object.entries(selector?.matchLabels ?? {})) {
    if (!isQualifiedName(key) || !isLabelValue(value)) return nothing;
    matchers.push((l) => l[key] === value && Object.hasOwn(l, key));
  }
  for (const term of selector?.matchExpressions ?? []) {
    const matcher = compileTerm(term);
    if (matcher === undefined) return nothing;
    matchers.push(matcher);
  }
  const [first] = matchers;
  if (first === undefined) return nothing;
  return matchers.length === 1 ? first : (labels) => matchers.every((matches) => matches(labels));
}

/** True when a selector has terms and all of them are valid, so that it can match at all. */
export function canSelect(selector: LabelSelector | null | undefined): boolean {
  return compileSelector(selector) !== nothing;
}

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
