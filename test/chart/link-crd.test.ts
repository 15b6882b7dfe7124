import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { linkCrd, type LinkCrdStructure } from '../../lib/chart/link-crd.js';
import { describeUpstream, upstream } from '../support/upstream.js';

const releases: readonly (readonly [string, LinkCrdStructure])[] = [
  ['stable-2.14.10', 'v1alpha1'],
  ['version-2.15', 'v1alpha1'],
  ['version-2.16', 'v1alpha1'],
  ['version-2.17', 'v1alpha2'],
  ['version-2.18', 'v1alpha3'],
  ['version-2.19', 'v1alpha3'],
  ['version-2.20', 'v1alpha3'],
  ['edge-26.8.3', 'v1alpha3'],
];

const metadata = {
  labels: { 'linkerd.io/extension': 'multicluster' },
  annotations: { 'linkerd.io/created-by': 'linkerd/helm linkerdVersionValue' },
};

/** The same schema with one fixed word for the prose of every description. */
function withoutProse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutProse);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'description' && typeof inner === 'string' ? 'prose' : withoutProse(inner),
    ]),
  );
}

describeUpstream('the Link CRD against upstream', () => {
  test.each(releases)('says what %s says, described in the same places', (release, structure) => {
    const theirs: unknown = parse(
      readFileSync(upstream(`linkerd2/${release}/links.multicluster.linkerd.io.crd.yaml`), 'utf8'),
    );
    expect(withoutProse(linkCrd({ structure, ...metadata }))).toEqual(withoutProse(theirs));
  });
});

/** The `period` schema of a version of a structure. */
function period(structure: LinkCrdStructure, version: string): unknown {
  const versions = linkCrd({ structure, ...metadata }).spec.versions as readonly {
    name: string;
    schema: {
      openAPIV3Schema: {
        properties: { spec: { properties: { probeSpec: { properties: { period: unknown } } } } };
      };
    };
  }[];
  return versions.find(({ name }) => name === version)?.schema.openAPIV3Schema.properties.spec.properties
    .probeSpec.properties.period;
}

test('the API server checks periods from edge-25.1.2 on', () => {
  expect(period('v1alpha2', 'v1alpha2')).not.toHaveProperty('format');
  expect(period('v1alpha2-durations', 'v1alpha2')).toHaveProperty('format', 'duration');
  expect(period('v1alpha2-durations', 'v1alpha1')).not.toHaveProperty('format');
});

test('all clusters of a structure share one frozen spec', () => {
  const one = linkCrd({ structure: 'v1alpha3', labels: {}, annotations: {} });
  const other = linkCrd({ structure: 'v1alpha3', labels: { a: 'b' }, annotations: {} });
  expect(other.spec).toBe(one.spec);
  expect(Object.isFrozen(one.spec.versions)).toBe(true);
});
