import type { Field } from './field.js';

/** A Service that some configuration calls by its DNS name. The value is the name as written. */
export interface DnsName extends Field<string> {
  readonly service: string;
  readonly namespace: string;
}

const pattern =
  /(?<![\w.-])([a-z](?:[-a-z0-9]{0,61}[a-z0-9])?)\.([a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?)\.svc(?![\w-])(?:\.[a-z0-9-]+){0,127}/g;

/** Names of Services, `name.namespace.svc…`, in a text; each name once. Lines of a block text are counted on. */
export function findDnsNames(text: Field<string>): DnsName[] {
  if (!text.value.includes('.svc')) return [];
  const found = new Map<string, DnsName>();
  const lines = new LineCounter(text);
  for (const match of text.value.matchAll(pattern)) {
    const [value, service, namespace] = match;
    if (service === undefined || namespace === undefined || found.has(`${service}.${namespace}`)) continue;
    found.set(`${service}.${namespace}`, {
      ...text,
      ...lines.placeOf(match.index),
      value,
      service,
      namespace,
    });
  }
  return [...found.values()];
}

/** Lines of a block text, whose first one stands below its key; inside it the column is not known. */
class LineCounter {
  readonly #text: Field<string>;
  readonly #isBlock: boolean;
  #line: number;
  #at = -1;

  constructor(text: Field<string>) {
    this.#text = text;
    this.#isBlock = text.line !== 0 && text.value.includes('\n');
    this.#line = text.line + 1;
  }

  /** The place of an offset that is not before the one that was asked for last. */
  placeOf(offset: number): { readonly line: number; readonly column: number } {
    const { value, line, column } = this.#text;
    if (!this.#isBlock) return { line, column };
    for (let i = value.indexOf('\n', this.#at + 1); i >= 0 && i < offset; i = value.indexOf('\n', i + 1)) {
      this.#line++;
      this.#at = i;
    }
    return { line: this.#line, column: 1 };
  }
}
