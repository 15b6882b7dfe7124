import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Manifest } from '../../lib/manifests/manifest.js';
import { plainManifest } from '../../lib/manifests/plain-json.js';
import { RepeatedObjects } from '../../lib/manifests/repeated-objects.js';
import { toYaml, toYamlDocuments } from '../../lib/manifests/serialize.js';
import { isSharedPart, sharedPart } from '../../lib/manifests/shared-part.js';

const role = (verb: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'Role',
  metadata: { name: 'reader' },
  rules: [{ verbs: [verb] }],
});

test('an object that comes again is one shared part from then on', () => {
  const repeated = new RepeatedObjects();
  const given = [role('get'), role('get'), role('get')].map((object) => repeated.once(object));
  expect(given.map(isSharedPart)).toEqual([false, true, true]);
  expect(given[2]).toBe(given[1]);
  expect(given[1]).toEqual(role('get'));
});

test('an object that differs anywhere is itself', () => {
  const repeated = new RepeatedObjects();
  repeated.once(role('get'));
  const other = { ...role('list'), metadata: { name: 'reader', namespace: 'a' } };
  expect(repeated.once(other)).toBe(other);
  expect(isSharedPart(other)).toBe(false);
});

const labelled = (cluster: string, verb = 'get'): Manifest => ({
  ...role(verb),
  metadata: { annotations: { by: 'us' }, labels: { cluster }, name: 'reader' },
  spec: { data: [cluster], target: { name: 'same' } },
});

test('an object that differs in its labels alone shares everything else', () => {
  const repeated = new RepeatedObjects();
  const [, second, third] = ['a', 'b', 'c'].map((name) => repeated.once(labelled(name)));
  expect(second).toEqual(labelled('b'));
  expect(third).toEqual(labelled('c'));
  expect(Object.keys(third ?? {})).toEqual(Object.keys(labelled('c')));
  expect(third?.rules).toBe(second?.rules);
  expect(isSharedPart(third?.rules as object)).toBe(true);
  expect(third?.metadata.annotations).toBe(second?.metadata.annotations);
  expect((third?.spec as { target: object }).target).toBe((second?.spec as { target: object }).target);
  expect([third, third?.metadata, third?.spec].map((part) => isSharedPart(part ?? {}))).toEqual([
    false,
    false,
    false,
  ]);
});

test('the fields of a shared object are shared parts', () => {
  const repeated = new RepeatedObjects();
  const shared = [1, 2].map(() => repeated.once(labelled('a')))[1];
  const parts = [shared, shared?.metadata, shared?.metadata.labels, shared?.rules, shared?.spec];
  expect(parts.map((part) => isSharedPart(part as object))).toEqual(Array<boolean>(5).fill(true));
});

test('a field that is there in one of two objects is in no other', () => {
  const repeated = new RepeatedObjects();
  const { rules, ...bare } = role('get');
  for (const object of [bare, { ...bare, rules }, bare, { ...bare, rules }, bare] as Manifest[]) {
    expect(repeated.once(object)).toStrictEqual(object);
  }
});

test('any two objects keep their own content, key by key', () => {
  const field = fc.dictionary(
    fc.constantFrom('a', 'b', 'c'),
    fc.constantFrom<unknown>(1, [1], { a: 1 }, {}, []),
  );
  const objects = fc.array(
    fc.record({ metadata: field, spec: field }).map((fields): Manifest => ({
      apiVersion: 'v1',
      kind: 'A',
      ...fields,
      metadata: { ...fields.metadata, name: 'a' },
    })),
    { minLength: 2, maxLength: 6 },
  );
  fc.assert(
    fc.property(objects, (raw) => {
      const repeated = new RepeatedObjects();
      const given = raw.map((object) => plainManifest(object) ?? object);
      const texts = given.map((object) => JSON.stringify(object));
      expect(given.map((object) => JSON.stringify(repeated.once(object)))).toEqual(texts);
      expect(given.map((object) => JSON.stringify(object))).toEqual(texts);
    }),
  );
});

test('what was given is never frozen', () => {
  const repeated = new RepeatedObjects();
  const both = [role('get'), role('get')];
  both.forEach((object) => repeated.once(object));
  expect(both.some((object) => Object.isFrozen(object) || Object.isFrozen(object.rules))).toBe(false);
});

test('a shared part reads as any other value wherever it stands', () => {
  const of = () => ({ a: [1, { b: 'x' }], c: {} });
  const shared = sharedPart(of());
  for (let i = 0; i < 2; i++) {
    expect(toYaml({ spec: shared, list: [shared, shared], deep: { spec: shared } })).toBe(
      toYaml({ spec: of(), list: [of(), of()], deep: { spec: of() } }),
    );
    expect(toYaml({ spec: shared, empty: sharedPart({}), none: sharedPart([]) }, 'sorted')).toBe(
      toYaml({ spec: of(), empty: {}, none: [] }, 'sorted'),
    );
    const object = sharedPart(role('get'));
    expect(toYamlDocuments('head', [object, role('get')])).toBe(
      toYamlDocuments('head', [role('get'), role('get')]),
    );
  }
});
