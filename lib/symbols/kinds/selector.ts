import type { Field } from '../field.js';
import type { Reader } from '../reader.js';

/** One term of `matchExpressions`. */
export interface SelectorTerm {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}

/** A label selector as a Link or a Server holds it; the value of its field is the number of terms. */
export interface SelectorSymbol extends Field<number> {
  readonly matchLabels: Readonly<Record<string, string>>;
  readonly matchExpressions: readonly SelectorTerm[];
}

/** Reads a label selector; undefined when the field is absent. */
export function readSelector(reader: Reader, ...path: string[]): SelectorSymbol | undefined {
  const selector = reader.sub(...path);
  if (selector === undefined) return undefined;
  const matchLabels = selector.record('matchLabels');
  const matchExpressions = selector.items('matchExpressions').map((term) => ({
    key: term.word('key') ?? '',
    operator: term.word('operator') ?? '',
    values: term.strings('values'),
  }));
  const {
    value,
    path: text,
    line,
    column,
  } = reader.field(Object.keys(matchLabels).length + matchExpressions.length, path);
  return {
    value,
    path: text,
    line,
    column,
    matchLabels,
    matchExpressions,
  };
}

/**
 * True when labels satisfy a selector as the service mirror reads it.
 *
 * No terms match nothing; `In` needs the label, `NotIn` and `DoesNotExist` hold without it; an invalid
 * term makes the whole selector match nothing.
 * @see https://github.com/linkerd/linkerd2/blob/edge-26.8.3/multicluster/service-mirror/cluster_watcher.go
 */
export function selects(
  selector: SelectorSymbol | undefined,
  labels: Readonly<Record<string, string>>,
): boolean {
  if (selector === undefined || selector.value === 0) return false;
  for (const [key, value] of Object.entries(selector.matchLabels)) {
    if (!Object.hasOwn(labels, key) || labels[key] !== value) return false;
  }
  return selector.matchExpressions.every((term) => termHolds(term, labels));
}

function termHolds(
  { key, operator, values }: SelectorTerm,
  labels: Readonly<Record<string, string>>,
): boolean {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return values.length > 0 && (value === undefined || !values.includes(value));
    case 'Exists':
      return values.length === 0 && value !== undefined;
    case 'DoesNotExist':
      return values.length === 0 && value === undefined;
    default:
      return false;
  }
}
