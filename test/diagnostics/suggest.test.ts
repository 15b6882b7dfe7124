import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closest } from '../../lib/diagnostics/suggest.js';

const keys = ['gateway', 'replicas', 'nodePort', 'excludedLabels', 'port', 'probe', 'serviceType'];

test.each([
  ['excludeLabels', 'excludedLabels'],
  ['nodeport', 'nodePort'],
  ['node_port', 'nodePort'],
  ['replcias', 'replicas'],
  ['gatewy', 'gateway'],
  ['prot', 'port'],
  ['ServiceType', 'serviceType'],
])('suggests for %s the key %s', (word, meant) => {
  expect(closest(word, keys)).toBe(meant);
});

test.each(['tolerations', 'x', '', 'ports-and-more'])(
  'suggests nothing for %j, which is near no key',
  (word) => {
    expect(closest(word, keys)).toBeUndefined();
  },
);

test('prefers the nearer of two candidates', () => {
  expect(closest('targetClusterNam', ['targetClusterNames', 'targetClusterName'])).toBe('targetClusterName');
});

test('gives the same answer for any order of the candidates', () => {
  expect(closest('nodeB', ['nodeC', 'nodeA'])).toBe('nodeA');
  expect(closest('nodeB', ['nodeA', 'nodeC'])).toBe('nodeA');
});

test('finds any key again after one letter is lost', () => {
  const long = keys.filter((key) => key.length > 4);
  fc.assert(
    fc.property(fc.constantFrom(...long), fc.nat(), (key, at) => {
      const lost = at % key.length;
      expect(closest(key.slice(0, lost) + key.slice(lost + 1), keys)).toBe(key);
    }),
  );
});
