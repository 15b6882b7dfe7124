import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import type { HelmMap } from '../../lib/helm/value.js';
import { valuePaths } from '../support/chart-values.js';
import { schemaProperties } from '../support/schema-paths.js';
import { describeUpstream, upstream } from '../support/upstream.js';

const properties = schemaProperties('config/schema/values.schema.json');
const known = new Set(properties.map(({ path }) => path));

/** Values that the charts read and their documentation leaves out, of which no values file tells. */
const hidden = [
  'cliVersion',
  'cniEnabled',
  'image',
  'localServiceMirror.additionalEnv',
  'localServiceMirror.experimentalEnv',
  'nodeSelector',
  'serviceMirrorAdditionalEnv',
  'serviceMirrorExperimentalEnv',
  'tolerations',
];

test('the schemas are those of the types', () => {
  expect(execFileSync('node', ['scripts/generate-config-schemas.js', '--check'], { encoding: 'utf8' })).toBe(
    '',
  );
});

test.each(properties)('$path says what it is, for example, by default and since when', ({ path, node }) => {
  const { description, since, examples } = node;
  expect(description).toMatch(/\w/);
  expect(since).toMatch(/^(edge|stable)-\d/);
  expect(examples).toEqual([expect.anything()]);
  const isRequired = /\b(name|link|ref)$/.test(path);
  expect('default' in node || String(description).includes('When absent: ') || isRequired).toBe(true);
});

describeUpstream('values of the charts', () => {
  const folders = readdirSync(upstream('linkerd2')).filter((entry) => !entry.endsWith('.md'));
  const files = folders.flatMap((release) =>
    ['values', 'values-ha'].map(
      (kind) => `linkerd2/${release}/chart-values/linkerd-multicluster.${kind}.yaml`,
    ),
  );
  const texts = files.map((file) => readFileSync(upstream(file), 'utf8'));

  test.each(files)('the schema knows every key of %s', (file) => {
    const paths = valuePaths(load(readFileSync(upstream(file), 'utf8')) as HelmMap);
    expect(paths.filter((path) => !known.has(path))).toEqual([]);
  });

  test('some release documents every value that the schema knows at top level, or in a table of it', () => {
    const written = new Set(texts.flatMap((text) => valuePaths((load(text) ?? {}) as HelmMap)));
    const commented = new Set(
      texts.flatMap((text) => [...text.matchAll(/^ *# *([A-Za-z]+):/gm)].map(([, key = '']) => key)),
    );
    const tables =
      /^(gateway|gateway\.probe|namespaceMetadata|namespaceMetadata\.image|localServiceMirror|localServiceMirror\.image|controllerDefaults|controllerDefaults\.image|controllerDefaults\.gateway|controllerDefaults\.gateway\.probe)\.\w+$|^\w+$/;
    const unwritten = properties
      .map(({ path }) => path)
      .filter((path) => tables.test(path) && !written.has(path))
      .filter((path) => !commented.has(path.split('.').at(-1) ?? ''));
    expect(unwritten.sort()).toEqual(hidden);
  });
});
