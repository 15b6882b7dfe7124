import { expect, test } from 'vitest';
import { plainScalar } from '../../lib/helm/plain-scalar.js';

test.each([
  ['yes', true],
  ['On', true],
  ['n', false],
  ['OFF', false],
  ['~', null],
  ['', null],
  ['yEs', 'yEs'],
  ['0x10', 16],
  ['010', 8],
  ['0o10', 8],
  ['0b101', 5],
  ['-0b101', -5],
  ['+5', 5],
  ['1_000', 1000],
  ['08', 8],
  ['.5', 0.5],
  ['.1_0e1_0', 1e9],
  ['.1__0', '.1__0'],
  ['.1_', '.1_'],
  ['.1_e1', '.1_e1'],
  ['.1e_1', '.1e_1'],
  ['1.', 1],
  ['1e3', 1000],
  ['12e03', 12000],
  ['18446744073709551615', 18446744073709551615], // eslint-disable-line no-loss-of-precision -- a uint64
  ['1:30', '1:30'],
  ['0x', '0x'],
  ['_1', '_1'],
  ['1e400', '1e400'],
  ['2024-01-01', '2024-01-01'],
  ['0xfffffffffffffffff', '0xfffffffffffffffff'],
  ['linkerd-gateway', 'linkerd-gateway'],
])('reads %j as %j', (text, value) => {
  expect(plainScalar(text)).toBe(value);
});

test('a text of millions of characters is told from a number', () => {
  expect(plainScalar(`.1${'_1'.repeat(3_900_000)}_`)).toBeTypeOf('string');
});
