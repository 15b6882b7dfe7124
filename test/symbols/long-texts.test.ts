import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.js';
import { findDnsNames } from '../../lib/symbols/dns-names.js';
import { readDocuments } from '../../lib/symbols/documents.js';
import { encodingOf } from '../../lib/symbols/kinds/encoding.js';
import { symbolsOfTexts } from '../../lib/symbols/symbols-of.js';

const count = 400;
/** Lists of this many objects are longer than what is parsed at once. */
const services = Array.from({ length: count }, (_, i) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: {
    name: `service-${i}`,
    annotations: { note: `- "a": {[\\ ${'x'.repeat(1500)}\nitems:\n- more\n` },
  },
  spec: { ports: [{ name: 'http', port: 80 }] },
}));
const list = { apiVersion: 'v1', items: services, kind: 'List', metadata: { resourceVersion: '' } };

interface Read {
  readonly names: string[];
  readonly lines: number[];
  readonly columns: number[];
  readonly diagnostics: Diagnostic[];
}

function read(text: string): Read {
  const result: Read = { names: [], lines: [], columns: [], diagnostics: [] };
  readDocuments(
    text,
    'dump.yaml',
    ({ object, locate, prefix }) => {
      const { line, column } = locate([...prefix, 'metadata', 'name']);
      result.names.push((object.metadata as { name: string }).name);
      result.lines.push(line);
      result.columns.push(column);
    },
    (diagnostic) => result.diagnostics.push(diagnostic),
  );
  return result;
}

/** Where the names stand in a text, found without parsing it. */
function places(text: string): { lines: number[]; columns: number[] } {
  const found = [...text.matchAll(/"?service-\d+/g)].map(({ index }) => text.slice(0, index).split('\n'));
  return {
    lines: found.map((before) => before.length),
    columns: found.map((before) => (before.at(-1) ?? '').length + 1),
  };
}

const yaml = stringify(list, { lineWidth: 0 });
it.each([
  ['YAML', yaml],
  ['YAML with items at the margin', stringify(list, { lineWidth: 0, indentSeq: false })],
  ['YAML with CRLF', yaml.replaceAll('\n', '\r\n')],
  ['YAML behind another document', `a: 1\n---\n# dump\n${yaml}`],
  [
    'YAML with the kind first',
    stringify({ kind: 'ServiceList', apiVersion: 'v1', items: services }, { lineWidth: 0 }),
  ],
  ['JSON', JSON.stringify(list, null, 4)],
  ['JSON on one line', JSON.stringify(list)],
])('a long List of %s gives every item at its place', (_, text) => {
  expect(text.length).toBeGreaterThan(600_000);
  const { names, lines, columns, diagnostics } = read(text);
  expect(diagnostics).toEqual([]);
  expect(names).toEqual(services.map(({ metadata }) => metadata.name));
  expect({ lines, columns }).toEqual(places(text));
});

it('a List whose items share anchors is read whole', () => {
  const text = yaml
    .replace('name: service-0', 'name: &first service-0')
    .replace('name: service-1\n', 'name: *first\n');
  expect(read(text).names.slice(0, 3)).toEqual(['service-0', 'service-0', 'service-2']);
});

it('a mistake in one item of a long List costs that item alone', () => {
  const text = yaml.replace('name: service-7\n', 'name: [service-7\n');
  const { names, diagnostics } = read(text);
  const line = text.slice(0, text.indexOf('[service-7')).split('\n').length;
  expect(names).toHaveLength(count - 1);
  expect(diagnostics.map((d) => d.code)).toEqual(['YAML_SYNTAX']);
  expect(diagnostics[0]?.line).toBeGreaterThanOrEqual(line);
});

const millions = 4_000_000;
it.each([
  ['a flow list', `{ apiVersion: v1, a: [${'1,'.repeat(millions)}] }`],
  ['empty brackets', `apiVersion: ${'[]'.repeat(millions)}`],
  ['anchors', `apiVersion: ${'&a '.repeat(millions)}`],
  ['lists in lists', `apiVersion: v1\nkind:\n${'- '.repeat(millions)}1`],
  ['short lines', `apiVersion: v1\n${'- 1\n'.repeat(millions)}`],
  ['a List that never ends', `{"kind":"List","apiVersion":"v1","items":[${'{},'.repeat(millions)}`],
])('reports an endless document of %s, and reads the next one', (_, text) => {
  const { names, diagnostics } = read(`${text}\n---\n${JSON.stringify(services[0])}`);
  expect(diagnostics.map((d) => [d.code, d.line, d.column])).toEqual([['FILE_TOO_LARGE', 1, 1]]);
  expect(names).toEqual(['service-0']);
});

it('passes over a long document without any object, and says so', () => {
  const { diagnostics } = read(`[${'1,'.repeat(millions)}]`);
  expect(diagnostics.map((d) => [d.code, d.severity, d.line])).toEqual([['FILE_TOO_LARGE', 'info', 1]]);
});

it('reads texts of millions of names in a row', () => {
  const at = { path: 'data.a', line: 1, column: 1 };
  expect(findDnsNames({ value: `web.shop.svc${'.a'.repeat(3_900_000)}`, ...at })).toMatchObject([
    { service: 'web', namespace: 'shop' },
  ]);
  expect(encodingOf(`{{ .kubeconfig${' | b64enc'.repeat(1_000_000)} }}`)).toBeUndefined();
});

/** So many Services, each once by an anchor and once by its alias. */
function withAliases(count: number): string {
  const services = Array.from(
    { length: count },
    (_, i) =>
      `- &s${i}\n  apiVersion: v1\n  kind: Service\n  metadata: { name: web-${i}, namespace: shop }\n`,
  );
  const again = Array.from({ length: count }, (_, i) => `- *s${i}\n`);
  return `apiVersion: v1\nkind: List\nitems:\n${services.join('')}${again.join('')}`;
}

it('finds what aliases stand for in time that grows with the text', () => {
  const cost = (count: number): number => {
    const text = withAliases(count);
    const began = process.cpuUsage();
    const { symbols, diagnostics } = symbolsOfTexts('east', [{ file: 'dump.yaml', text }]);
    const { user } = process.cpuUsage(began);
    expect({ objects: symbols.objectCount, diagnostics }).toEqual({ objects: 2 * count, diagnostics: [] });
    return user;
  };
  cost(100);
  const small = cost(250);
  // eight times as much; it took 64 times as long while each alias was looked for in all of the text
  expect(cost(2000) / small).toBeLessThan(30);
});
