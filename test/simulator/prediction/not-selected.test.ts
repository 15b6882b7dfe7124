import { expect, test } from 'vitest';
import type { GivenManifest } from '../../../lib/simulator/prediction/given.js';
import { exported, link, manifest, member, service } from '../../support/manifests.js';
import { missingIn, west } from '../../support/predict-west.js';

/** A Service web with labels of any type. */
function labelled(labels: unknown): GivenManifest {
  const metadata = { name: 'web', namespace: 'shop', labels };
  return manifest({ apiVersion: 'v1', kind: 'Service', metadata, spec: { ports: [{ port: 80 }] } });
}

test.each([
  [true, 'a boolean', 'quote it: `mirror.linkerd.io/exported: "true"`'],
  [1, 'a number', 'set label `mirror.linkerd.io/exported` to "true" or "remote-discovery", in quotes'],
])('reports an export label without quotes: %s', (value, kind, fix) => {
  const { missing } = west([labelled({ 'mirror.linkerd.io/exported': value })]);
  expect(missing).toMatchObject([{ reason: 'label-not-text', fix }]);
  expect(missing[0]?.message).toContain(`label \`mirror.linkerd.io/exported: ${value}\` is ${kind}`);
});

test('says nothing of an export label without quotes that says no', () => {
  expect(west([labelled({ 'mirror.linkerd.io/exported': false })]).missing).toEqual([]);
});

const exportTerm = { key: 'mirror.linkerd.io/exported', operator: 'In', values: ['true'] };

test.each<[unknown, string, string]>([
  [{}, 'is empty', 'give it a term: `matchLabels: { mirror.linkerd.io/exported: "true" }`'],
  [
    { matchExpressions: [{ ...exportTerm, values: [] }] },
    'with In and no values',
    'use `In` and `NotIn` with',
  ],
  [{ matchExpressions: [{ ...exportTerm, operator: 'in' }] }, 'the unknown operator `in`', 'write `In`'],
  [true, 'is a boolean, no selector', 'write `matchLabels: '],
  [
    { matchLabels: { 'mirror.linkerd.io/exported': true } },
    'holds `mirror.linkerd.io/exported: true`, a boolean where text belongs',
    'quote it: `mirror.linkerd.io/exported: "true"`',
  ],
  [{ matchLabels: ['a'] }, 'has a list as `matchLabels`', 'write `matchLabels: '],
  [{ matchLabels: { 'a b': 'c' } }, 'has a key or value that no label can have', 'mend it'],
])('reports that the selector %j of the Link matches nothing', (selector, what, fix) => {
  const { missing } = west([service('web', { labels: exported })], [link('east', { selector })]);
  expect(missing).toMatchObject([{ reason: 'selector-invalid', place: { file: 'all.yaml' } }]);
  expect(missing[0]?.message).toContain(`its \`spec.selector\` `);
  expect(missing[0]?.message).toContain(what);
  expect(missing[0]?.fix).toContain(`mend Link east: ${fix}`);
});

test('reports the broken selector of federated Services to a member alone', () => {
  const own = [link('east', { federatedServiceSelector: {} })];
  expect(missingIn(west([service('web', { labels: member })], own))).toEqual(['web-east selector-invalid']);
  const typo = service('web', { labels: { 'mirror.linkerd.io/exported': 'yes' } });
  expect(missingIn(west([typo], own))).toEqual(['web-east not-selected']);
});

test.each([
  [
    { matchLabels: { ...exported, tier: 'front' } },
    'set label `tier` to "front", or set label `mirror.linkerd.io/exported` to "remote-discovery"',
  ],
  [
    { matchExpressions: [exportTerm, { key: 'internal', operator: 'DoesNotExist' }] },
    'remove label `internal`, or set label `mirror.linkerd.io/exported` to "remote-discovery"',
  ],
  [undefined, 'set label `mirror.linkerd.io/exported` to "remote-discovery"'],
])('says of selector %j what labels lack', (selector, fix) => {
  const web = service('web', { labels: { ...exported, internal: '1' } });
  expect(west([web], [link('east', { selector })]).missing).toMatchObject([{ reason: 'not-selected', fix }]);
});
