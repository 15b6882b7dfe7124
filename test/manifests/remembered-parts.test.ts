import { expect, test } from 'vitest';
import { RememberedParts } from '../../lib/manifests/remembered-parts.js';
import { isSharedPart } from '../../lib/manifests/shared-part.js';

const made = () => ({ name: 'a', rules: [{ verbs: ['get'] }] });

test('parts are made once for a text, and shared from the second time on', () => {
  const remembered = new RememberedParts<ReturnType<typeof made>>();
  const [first, second, third] = [1, 2, 3].map(() => remembered.of('a', made));
  expect([first, second, third]).toEqual([made(), made(), made()]);
  expect([first, second, third].map((parts) => isSharedPart(parts?.rules ?? []))).toEqual([
    false,
    true,
    true,
  ]);
  expect(third?.rules).toBe(second?.rules);
  expect(Object.isFrozen(first?.rules)).toBe(false);
});

test('the fields of a map that is remembered are shared parts', () => {
  const remembered = new RememberedParts<{ readonly link: { readonly spec: object } }>();
  const [, second] = [1, 2].map(() => remembered.of('a', () => ({ link: { spec: { port: '1' } } })));
  expect([second?.link, second?.link.spec].map((part) => isSharedPart(part ?? {}))).toEqual([true, true]);
});

test('parts that are not right any more are made anew', () => {
  const remembered = new RememberedParts<{ readonly of: number }>();
  const of = (n: number) =>
    remembered.of(
      'a',
      () => ({ of: n }),
      (parts) => parts.of === n,
    );
  expect([of(1), of(2), of(2), of(1)].map((parts) => parts.of)).toEqual([1, 2, 2, 1]);
});

test('a text that thousands of others pushed out is made anew', () => {
  const remembered = new RememberedParts<{ readonly of: number }>();
  remembered.of('a', () => ({ of: 1 }));
  for (let i = 0; i < 5000; i++) remembered.of(`other ${i}`, () => ({ of: i }));
  expect(remembered.of('a', () => ({ of: 2 }))).toEqual({ of: 2 });
});
