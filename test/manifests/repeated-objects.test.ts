import { expect, test } from 'vitest';
import type { Manifest } from '../../lib/manifests/manifest.js';
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
  const other = role('list');
  expect(repeated.once(other)).toBe(other);
  expect(isSharedPart(other)).toBe(false);
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
