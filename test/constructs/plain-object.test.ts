import { ApiObject, App, Chart, JsonPatch, Lazy } from 'cdk8s';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PlainObject } from '../../lib/constructs/plain-object.js';
import type { Manifest } from '../../lib/manifests/manifest.js';
import { jsonValue } from '../support/json-values.js';

const manifest: Manifest = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'a', namespace: 'b', labels: { c: 'd' } },
  spec: { ports: [{ port: 1 }] },
};

/** A chart with both: our object and the stock one of the same props. */
function pair(of: Manifest, chartProps = {}): { ours: PlainObject; stock: ApiObject } {
  const app = new App();
  const ours = new PlainObject(new Chart(app, 'ours', chartProps), 'object', of);
  const stock = new ApiObject(
    new Chart(app, 'stock', chartProps),
    'object',
    of as ConstructorParameters<typeof ApiObject>[2],
  );
  return { ours, stock };
}

/** Stock cdk8s takes keys of these names for the prototype and the class. */
const value = jsonValue.filter((each) => !/__proto__|constructor/.test(JSON.stringify(each)));
const texts = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string(), { maxKeys: 4 });
const manifests: fc.Arbitrary<Manifest> = fc
  .record({
    metadata: fc.record(
      { namespace: fc.constant('n'), labels: texts, annotations: texts },
      { requiredKeys: [] },
    ),
    fields: fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), value, { maxKeys: 4 }),
  })
  .map(({ metadata, fields }) => ({
    ...fields,
    metadata: { ...metadata, name: 'a' },
    kind: 'A',
    apiVersion: 'v1',
  }));

describe('renders the same as stock cdk8s', () => {
  test('for any plain data, key by key', () => {
    fc.assert(
      fc.property(manifests, (of) => {
        const { ours, stock } = pair(of);
        const expected = JSON.stringify(stock.toJson());
        expect(JSON.stringify(ours.toJson())).toBe(expected);
        expect(JSON.stringify(ours.toManifest())).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  test.each<[string, Manifest, object]>([
    ['labels of the chart', manifest, { labels: { team: 'mesh' } }],
    ['a Lazy', { ...manifest, spec: { a: Lazy.any({ produce: () => 1 }) as unknown } }, {}],
    ['finalizers', { ...manifest, metadata: { ...manifest.metadata, finalizers: ['x/y'] } }, {}],
    ['an empty map of labels', { ...manifest, metadata: { ...manifest.metadata, labels: {} } }, {}],
  ])('with %s', (_, of, chartProps) => {
    const { ours, stock } = pair(of, chartProps);
    expect(JSON.stringify(ours.toManifest())).toBe(JSON.stringify(stock.toJson()));
  });

  test('with a label and a patch that were added later', () => {
    const { ours, stock } = pair(manifest);
    for (const each of [ours, stock]) {
      each.metadata.addLabel('team', 'mesh');
      each.addJsonPatch(JsonPatch.replace('/spec/ports/0/port', 2));
    }
    expect(ours.toJson()).toEqual(stock.toJson());
  });
});

test('hands out a copy that may be changed', () => {
  const { ours } = pair(manifest);
  (ours.toJson() as { spec: { ports: { port: number }[] } }).spec.ports.pop();
  expect(ours.toJson()).toEqual(manifest);
});

test('tells itself from any other ApiObject', () => {
  const { ours, stock } = pair(manifest);
  expect([ours instanceof PlainObject, stock instanceof PlainObject]).toEqual([true, false]);
});
