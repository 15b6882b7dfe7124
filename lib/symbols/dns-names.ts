import type { Field } from './field.js';

/** A Service that some configuration calls by its DNS name. The value is the name as written. */
export interface DnsName extends Field<string> {
  readonly service: string;
  readonly namespace: string;
}

const pattern =
  /(?<![\w.-])([a-z](?:[-a-z0-9]{0,61}[a-z0-9])?)\.([a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?)\.svc(?![\w-])(?:\.[a-z0-9-]+)*/g;

/** Names of Services, `name.namespace.svc…`, in a text; each name once. Lines of a block text are counted on. */
export function findDnsNames(text: Field<string>): DnsName[] {
  if (!text.value.includes('.svc')) return [];
  const found = new Map<string, DnsName>();
  const breaks = text.value.includes('\n');
  for (const match of text.value.matchAll(pattern)) {
    const [value, service, namespace] = match;
    if (service === undefined || namespace === undefined || found.has(`${service}.${namespace}`)) continue;
    found.set(`${service}.${namespace}`, {
      ...text,
      ...lineWithin(text, match.index, breaks),
      value,
      service,
      namespace,
    });
  }
  return [...found.values()];
}

/** A block scalar's first line stands below its key; inside it the column is not known. */
function lineWithin(text: Field<string>, offset: number, breaks: boolean): { line: number; column: number } {
  if (text.line === 0 || !breaks) return { line: text.line, column: text.column };
  let line = text.line + 1;
  for (let i = text.value.indexOf('\n'); i >= 0 && i < offset; i = text.value.indexOf('\n', i + 1)) line++;
  return { line, column: 1 };
}
