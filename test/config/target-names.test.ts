import { expect, test } from 'vitest';
import { parseFleet } from '../../lib/config/parse-fleet.js';

function told(key: string, topology: string): string[] {
  const text = [
    'name: mesh',
    'linkerd: { release: edge-26.8.2, trustDomain: cluster.local }',
    'clusters:',
    '  east: {}',
    `  ${key}: {}`,
    '  west: {}',
    `topology: [${topology}]`,
    'credentials: { manual: {} }',
    '',
  ].join('\n');
  return parseFleet(text).diagnostics.map(
    ({ code, message, line, column }) => `${code} ${line ?? 0}:${column ?? 0} ${message}`,
  );
}

const mesh = '{ mesh: {} }';

test.each([
  ['1000', '1000', 'a number'],
  ['"1000"', '1000', 'a number'],
  ['1e3', '1e3', 'a number'],
  ['0x10', '0x10', 'a number'],
  ['true', 'true', '`true`'],
  ['no', 'no', '`false`'],
  ['"null"', 'null', 'nothing'],
])('reports the key %s of a cluster that Links lead to, once', (key, name, kind) => {
  expect(told(key, mesh)).toEqual([
    `CONFIG_FORMAT 5:3 the key \`${name}\`: no Link can lead to a cluster of this name, which YAML reads as ${kind}`,
  ]);
});

test.each([
  ['{ hubAndSpoke: { hub: "1000" } }', true],
  ['{ hubAndSpoke: { hub: east } }', false],
  ['{ link: { source: east, target: "1000" } }', true],
  ['{ link: { source: "1000", target: east } }', false],
  ['{ pair: { clusters: [east, "1000"] } }', true],
  ['{ mesh: { clusters: [east, west] } }', false],
])('a number is no name for a target of %s: %s', (topology, isTarget) => {
  expect(told('1000', topology)).toHaveLength(isTarget ? 1 : 0);
});

test.each(['1-east', '2024-01-01', 'e3', '1000-a', 'n1', 'nope'])('a cluster may be called %s', (name) => {
  expect(told(name, mesh)).toEqual([]);
});

test('leaves a shape that is not sound to what is told of it', () => {
  expect(told('1000', '{ hubAndSpoke: { hub: 1000 } }')).toEqual([
    'CONFIG_TYPE 7:34 `topology[0].hubAndSpoke.hub` must be text, but `1000` is a number',
  ]);
});
