import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import type { HelmMap } from '../../lib/helm/value.js';
import { plainValues, valuePaths } from '../support/chart-values.js';
import { describeUpstream, upstream } from '../support/upstream.js';
import { schemaProperties } from '../support/schema-paths.js';

const generated = new Set(fc.sample(plainValues, { seed: 1, numRuns: 2000 }).flatMap(valuePaths));

/** Values files of all releases' charts. */
function valuesFiles(): string[] {
  return readdirSync(upstream('linkerd2'))
    .filter((entry) => !entry.endsWith('.md'))
    .flatMap((release) =>
      ['values', 'values-ha'].map(
        (kind) => `linkerd2/${release}/chart-values/linkerd-multicluster.${kind}.yaml`,
      ),
    );
}

/** Keys of a values file, commented ones included: `gateway.nodePort` has no default. */
function documentedPaths(file: string): string[] {
  return valuePaths(load(readFileSync(upstream(file), 'utf8')) as HelmMap);
}

test('the generator sets every value that the schema knows', () => {
  const unset = schemaProperties('config/schema/values.schema.json')
    .map(({ path }) => path)
    .filter((path) => !generated.has(path));
  expect(unset).toEqual([]);
});

describeUpstream('values of the charts', () => {
  test.each(valuesFiles())('the generator sets every key of %s', (file) => {
    expect(documentedPaths(file).filter((path) => !generated.has(path))).toEqual([]);
  });
});
