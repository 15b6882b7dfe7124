import { byCodeUnits } from '../diagnostics/order.js';
import { lexQuery, type QueryToken } from './label-query-lexer.js';

/** A Kubernetes label selector as data; one that is absent or empty matches nothing in a Link. */
export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly LabelRequirement[];
}

/** One condition of a label selector. */
export interface LabelRequirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values?: readonly string[];
}

/** A parsed query, or what is wrong with it in a few words. */
export type LabelQuery = { readonly selector: LabelSelector } | { readonly problem: string };

interface Condition {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}

/** Carries the reason out of the descent; never leaves this file. */
class QueryError extends Error {}

const dnsSubdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const labelName = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

/** Whether text is a label key: an optional DNS prefix and a slash, then a name of at most 63 characters. */
function isLabelKey(key: string): boolean {
  const parts = key.split('/');
  const name = parts.at(-1) ?? '';
  const [prefix] = parts;
  if (parts.length > 2 || name.length > 63 || !labelName.test(name)) return false;
  return parts.length === 1 || (prefix !== undefined && prefix.length <= 253 && dnsSubdomain.test(prefix));
}

/** Whether text is a label value: empty, or a name of at most 63 characters. */
function isLabelValue(value: string): boolean {
  return value === '' || (value.length <= 63 && labelName.test(value));
}

const end: QueryToken = { kind: 'end', text: '' };

/** Recursive descent over the tokens of one query, in the order in which Kubernetes reads them. */
class QueryParser {
  private position = 0;

  constructor(private readonly tokens: readonly QueryToken[]) {}

  conditions(): Condition[] {
    const found: Condition[] = [];
    let token = this.peek();
    while (token.kind === 'word' || token.text === '!') {
      found.push(this.condition());
      const separator = this.take();
      if (separator.kind === 'end') return found;
      if (separator.text !== ',')
        throw new QueryError(`found '${separator.text}' where a comma or the end belongs`);
      token = this.peek();
      if (token.kind !== 'word' && token.text !== '!') {
        throw new QueryError(`found '${token.text}' where a label key belongs after the comma`);
      }
    }
    if (token.kind === 'end') return found;
    throw new QueryError(`found '${token.text}' where a label key belongs`);
  }

  private peek(): QueryToken {
    return this.tokens[this.position] ?? end;
  }

  private take(): QueryToken {
    const token = this.peek();
    this.position += 1;
    return token;
  }

  private condition(): Condition {
    const negated = this.peek().text === '!';
    if (negated) this.take();
    const key = this.take();
    if (key.kind !== 'word') throw new QueryError(`found '${key.text}' where a label key belongs`);
    if (!isLabelKey(key.text)) throw new QueryError(`'${key.text}' is no label key`);
    if (negated) return { key: key.text, operator: '!', values: [] };
    const next = this.peek();
    if (next.kind === 'end' || next.text === ',') return { key: key.text, operator: 'exists', values: [] };
    const operator = this.take().text;
    const values = this.values(operator);
    const bad = values.find((value) => !isLabelValue(value));
    if (bad !== undefined) throw new QueryError(`'${bad}' is no label value`);
    return { key: key.text, operator, values };
  }

  private values(operator: string): string[] {
    switch (operator) {
      case 'in':
      case 'notin':
        return this.valueSet();
      case '=':
      case '==':
        return [this.exactValue()];
      case '!=':
      case '<':
      case '>':
        throw new QueryError(`'${operator}' has no form in a Link's selector`);
      default:
        throw new QueryError(`found '${operator}' where =, ==, in or notin belongs`);
    }
  }

  private exactValue(): string {
    const next = this.peek();
    if (next.kind === 'end' || next.text === ',') return '';
    this.take();
    if (next.kind !== 'word') throw new QueryError(`found '${next.text}' where a label value belongs`);
    return next.text;
  }

  /** `(a,b)`; an item may be empty, and each counts once. */
  private valueSet(): string[] {
    const open = this.take();
    if (open.text !== '(') throw new QueryError(`found '${open.text}' where '(' belongs`);
    const values = new Set<string>();
    for (;;) {
      const item = this.peek();
      if (item.kind === 'word') this.take();
      values.add(item.kind === 'word' ? item.text : '');
      const separator = this.take();
      if (separator.text === ')') return [...values].sort(byCodeUnits);
      if (separator.text !== ',') throw new QueryError(`found '${separator.text}' where ',' or ')' belongs`);
    }
  }
}

const operators: Readonly<Record<string, LabelRequirement['operator']>> = {
  in: 'In',
  notin: 'NotIn',
  exists: 'Exists',
  '!': 'DoesNotExist',
};

function selectorOf(conditions: readonly Condition[]): LabelSelector {
  const matchLabels: Record<string, string> = {};
  const matchExpressions: LabelRequirement[] = [];
  for (const { key, operator, values } of conditions) {
    const named = operators[operator];
    if (named === undefined) matchLabels[key] = values[0] ?? '';
    else matchExpressions.push({ key, operator: named, ...(values.length > 0 && { values }) });
  }
  return {
    ...(Object.keys(matchLabels).length > 0 && { matchLabels }),
    ...(matchExpressions.length > 0 && { matchExpressions }),
  };
}

/**
 * Reads a label query, as `kubectl -l` takes it, into the selector that `link-gen` writes.
 *
 * Equality becomes `matchLabels`, everything else `matchExpressions` in the order of their keys. The operators
 * `!=`, `<` and `>` are refused, as the command does.
 * @see https://github.com/kubernetes/apimachinery/blob/v0.36.3/pkg/apis/meta/v1/helpers.go
 */
export function parseLabelQuery(query: string): LabelQuery {
  try {
    const conditions = new QueryParser(lexQuery(query)).conditions();
    return { selector: selectorOf(conditions.sort((a, b) => byCodeUnits(a.key, b.key))) };
  } catch (error) {
    if (error instanceof QueryError) return { problem: error.message };
    throw error;
  }
}
