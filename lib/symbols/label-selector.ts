import { hasPlaceholder } from './placeholder.js';

/** One term of a label selector's `matchExpressions`. */
export interface SelectorTerm {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

/** A label selector as it stands in a Link. */
export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>> | null;
  readonly matchExpressions?: readonly SelectorTerm[] | null;
}

/** Answers whether labels are selected. */
export type Matcher = (labels: Readonly<Record<string, string>>) => boolean;

const nothing: Matcher = () => false;
const namePart = /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const prefixPart = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** True for a key that a label can have, `name` or `prefix/name`, as far as it is filled in. */
export function isLabelKey(key: string): boolean {
  return isQualifiedName(key) || hasPlaceholder(key);
}

/** True for a value that a label can have, as far as it is filled in. */
export function isLabelValue(value: string): boolean {
  return value === '' || namePart.test(value) || hasPlaceholder(value);
}

function isQualifiedName(key: string): boolean {
  const slash = key.indexOf('/');
  if (slash < 0) return namePart.test(key);
  const prefix = key.slice(0, slash);
  return prefix.length <= 253 && prefixPart.test(prefix) && namePart.test(key.slice(slash + 1));
}

/** One term as a matcher; `undefined` when the API machinery calls it invalid. */
function compileTerm({ key, operator, values = [] }: SelectorTerm): Matcher | undefined {
  if (!isLabelKey(key) || !values.every(isLabelValue)) return undefined;
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
 * A Link's selector as a function of labels, as the service mirror reads it.
 *
 * `In` needs the label, `NotIn` and `DoesNotExist` hold without it. An absent selector, one without terms, and one
 * with any invalid term match nothing.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/service-mirror/cluster_watcher.go
 */
export function compileSelector(selector: LabelSelector | null | undefined): Matcher {
  const matchers: Matcher[] = [];
  for (const [key, value] of Object.entries(selector?.matchLabels ?? {})) {
    if (!isLabelKey(key) || !isLabelValue(value)) return nothing;
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
