import { describe, expect, test } from 'vitest';
import { readValues } from '../../lib/helm/read-values.js';

describe('a values file', () => {
  test.each([
    ['', {}],
    ['# nothing\n', {}],
    ['null', {}],
    ['gateway: {replicas: 2}\ngateway: {port: 5}\n', { gateway: { port: 5 } }],
    ['a: 1\n---\nb: 2\n', { a: 1 }],
    ['1: a\n0x1: b\n1.5: c\n1.50: d\n', { '1': 'b', '1.5': 'd' }],
    ['on: 1\ny: 2\n1: 3\n1.50: 4\n0x10: 5\n', { true: 2, 1: 3, '1.5': 4, 16: 5 }],
    ['x: &x {a: 1, b: 2}\nw:\n  b: 0\n  <<: *x\n  a: 3\n', { x: { a: 1, b: 2 }, w: { a: 3, b: 2 } }],
    ['\ufeffa: yes\r\nb: "yes"\r\n', { a: true, b: 'yes' }],
    ['%YAML 1.1\n---\na: !!str 5\nb: !!int "5"\nc: !foo bar\n', { a: '5', b: 5, c: 'bar' }],
    ['a: 1\t# a tab\n', { a: 1 }],
    ['{"a": {"b": [1.0, 3e4]}}', { a: { b: [1, 30000] } }],
    ['a: |\n  x\n\n', { a: 'x\n' }],
    ['a: |\n  x', { a: 'x' }],
    ['a: >\n  x\n  y', { a: 'x y' }],
    ['a: |1\n \tx\n', { a: '\tx\n' }],
    ['a: :x\n', { a: ':x' }],
    ['a: {? "b" : c, ? d\n: e}\n', { a: { b: 'c', d: 'e' } }],
    ['a: &x-y_1 1\nb: *x-y_1\n', { a: 1, b: 1 }],
    ['a: "x\\\n  y"\n', { a: 'xy' }],
    ['a: "x\\\\\n\n  y"\n', { a: 'x\\\ny' }],
    ['a: x\ufeff\n', { a: 'x\ufeff' }],
    ["a: 'it''s'\n", { a: "it's" }],
    ['a: [{\n  b: 1\n}]\nc: 2\n', { a: [{ b: 1 }], c: 2 }],
    ['a:\n  b: [1,\n2]\n  c: {\n}\n', { a: { b: [1, 2], c: {} } }],
    ['a: "b\nc"\nd: [\'e\n  f\', g\nh]\n', { a: 'b c', d: ['e f', 'g h'] }],
    ['__proto__: {a: 1}\n', JSON.parse('{"__proto__": {"a": 1}}') as object],
  ])('is read as Helm reads it: %j', (text, values) => {
    const read = readValues(text);
    expect(read.diagnostics).toStrictEqual([]);
    expect(read.values).toStrictEqual(values);
  });

  test.each([
    ['- a\n', 'keys and values'],
    ['text', 'keys and values'],
    ['%YAML 1.2\n---\na: 1\n', 'YAML'],
    ['a:\n\tb: 1\n', ''],
    ['~: 1\n', 'key'],
    ['a: *x\n', 'anchor'],
    ['a: "\\q"\n', ''],
    ['a: "\\/"\n', 'escape'],
    ['a: "\\ud83d\\ude00"\n', 'escape'],
    ['a: .inf\n', 'infinity'],
    ['a: [0.0.0.0/0, ::/0]\n', 'flow collection'],
    ['a:\n  ? b\n   : c\n', 'below its `?`'],
    [`a: {? ${'b'.repeat(1100)} : c}\n`, '1,024 characters'],
    ['a: [{\n  b: 1\n]\nc: 2\n', 'must end with a }'],
    ['a: {\n---\nb: 1}\n', 'must end with a }'],
    ['a: {b: :x}\n', 'flow collection'],
    ['a: |\n  \tx\n', 'tab'],
    ['a: 1 # \u0007\n', 'control characters'],
    ['a: &a [*a]\n', 'itself'],
    ['1: a\n"1": b\n', 'by chance'],
    ['1: a\n1.0: b\n', 'by chance'],
    ['1000: a\n1e3: b\n', 'by chance'],
    ['0.1: a\n0.10000000001: b\n', 'by chance'],
    ['a: &x.y 1\nb: *x.y\n', 'name of an anchor'],
    ['a: &é 1\n', 'name of an anchor'],
    ['a: {b: &x: 1}\n', 'name of an anchor'],
    ['a: "x\\\n\n  y"\n', 'blank lines'],
    ['a: "x\\\r\n \r\n  y"\n', 'blank lines'],
    ['a: 1\n\ufeffb: 2\n', 'byte order mark'],
    ['\ufeff\ufeffa: 1\n', 'byte order mark'],
    ['a: # b\u2028c: 1\n', 'U+2028'],
    ["k: '---\n''", 'quote'],
    ['a: "b\\"', 'quote'],
    ['a: b\nc\n  : 1\n', ''],
    ['? a\n- b\n', ''],
    ['...\na: 1\n', 'document'],
    ['# c\n\t', 'document'],
    ['%', 'document'],
  ])('reports VALUES_UNREADABLE for %j', (text, why) => {
    const { diagnostics } = readValues(text, 'values.yaml');
    expect(diagnostics).toMatchObject([
      { code: 'VALUES_UNREADABLE', severity: 'error', file: 'values.yaml' },
    ]);
    expect(diagnostics[0]?.why).toContain(why);
  });

  test('knows where each value stands', () => {
    const { place } = readValues('gateway:\n  port: 1\ncontrollers:\n- link:\n    ref: {name: east}\n');
    expect(place('gateway.port')).toStrictEqual({ line: 2, column: 3 });
    expect(place('controllers[0].link.ref.name')).toStrictEqual({ line: 5, column: 11 });
    expect(place('gateway.probe.port')).toStrictEqual({ line: 1, column: 1 });
    expect(place('linkerdVersion')).toBeUndefined();
  });

  test('knows it behind brackets and quotes of any indentation', () => {
    const { place } = readValues('a: [{\n  b: "c\nd"\n}]\ngateway:\n  port: 1\n');
    expect(place('a[0].b')).toStrictEqual({ line: 2, column: 3 });
    expect(place('gateway.port')).toStrictEqual({ line: 6, column: 3 });
  });
});
