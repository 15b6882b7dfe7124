import { expect, test } from 'vitest';
import { merge, mergeFiles } from '../../lib/helm/merge.js';
import type { HelmMap } from '../../lib/helm/value.js';

const defaults = { a: { b: 1, c: { d: 2 } }, list: [1, 2], text: 'x', empty: {} };

test('merges tables at any depth and replaces lists whole', () => {
  expect(merge({ a: { c: { e: 3 } }, list: [9] }, defaults)).toStrictEqual({
    ...defaults,
    a: { b: 1, c: { d: 2, e: 3 } },
    list: [9],
  });
});

test('deletes a default by null, and keeps a null that has none', () => {
  expect(merge({ text: null, a: { b: null }, empty: { n: null } }, defaults)).toStrictEqual({
    a: { c: { d: 2 } },
    list: [1, 2],
    empty: { n: null },
  });
});

test("takes the user's value where one side is a table and the other is not", () => {
  expect(merge({ a: 'flat', text: { deep: 1 } }, defaults)).toStrictEqual({
    ...defaults,
    a: 'flat',
    text: { deep: 1 },
  });
});

test('keeps null between files, to delete a default later', () => {
  expect(mergeFiles({ a: { b: 1 } }, { a: { b: null, c: 2 } })).toStrictEqual({ a: { b: null, c: 2 } });
});

test('changes neither side', () => {
  const before = structuredClone(defaults);
  merge({ a: { b: null, c: { d: 9 } } }, defaults);
  expect(defaults).toStrictEqual(before);
});

test('takes names of JavaScript for keys like any other', () => {
  const values = JSON.parse('{"empty": {"__proto__": {"a": 1}, "constructor": null}}') as HelmMap;
  expect(JSON.stringify(merge(values, defaults).empty)).toBe('{"__proto__":{"a":1},"constructor":null}');
});
