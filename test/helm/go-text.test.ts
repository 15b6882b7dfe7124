import { describe, expect, test } from 'vitest';
import { goNumber, goStringVerb, goText } from '../../lib/helm/go-text.js';

describe('numbers in a template', () => {
  test.each([
    [999999, '999999'],
    [1000000, '1e+06'],
    [1234567, '1.234567e+06'],
    [1000650000, '1.00065e+09'],
    [9007199254740993, '9.007199254740992e+15'], // eslint-disable-line no-loss-of-precision -- what a float64 makes of it
    [123456789.123, '1.23456789123e+08'],
    [999999.5, '999999.5'],
    [0.0001, '0.0001'],
    [0.00001, '1e-05'],
    [2.5, '2.5'],
    [-0, '-0'],
    [1e100, '1e+100'],
    [-1e21, '-1e+21'],
  ])('are written as Go does: %d', (value, text) => {
    expect(goNumber(value)).toBe(text);
  });

  test('of --set are integers and keep their digits', () => {
    expect(goText(1000000n)).toBe('1000000');
  });
});

test('tables are written with sorted keys, lists with blanks, null as nothing', () => {
  expect(goText({ b: 2, a: [1, null, 'x'] })).toBe('map[a:[1 <nil> x] b:2]');
  expect(goText(null)).toBe('');
});

test('what is no text is marked where text is expected', () => {
  expect(goStringVerb(1.1)).toBe('%!s(float64=1.1)');
  expect(goStringVerb(true)).toBe('%!s(bool=true)');
  expect(goStringVerb(null)).toBe('%!s(<nil>)');
  expect(goStringVerb([1, null])).toBe('[%!s(float64=1) <nil>]');
});
