import type { Field } from '../field.js';
import { compileSelector, type Matcher, type SelectorTerm } from '../label-selector.js';
import type { Reader } from '../reader.js';

/** A label selector as a Link or a Server holds it; the value of its field is the number of terms. */
export interface SelectorSymbol extends Field<number> {
  readonly matchLabels: Readonly<Record<string, string>>;
  readonly matchExpressions: readonly Required<SelectorTerm>[];
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

const matchers = new WeakMap<SelectorSymbol, Matcher>();

/** True when labels satisfy a selector as the service mirror reads it. */
export function selects(
  selector: SelectorSymbol | undefined,
  labels: Readonly<Record<string, string>>,
): boolean {
  if (selector === undefined || selector.value === 0) return false;
  let matches = matchers.get(selector);
  if (matches === undefined) matchers.set(selector, (matches = compileSelector(selector)));
  return matches(labels);
}
