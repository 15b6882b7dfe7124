import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { defineFleet } from '../../lib/config/define-fleet.js';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.js';
import { checkFleet } from '../../lib/pipeline/check-fleet.js';
import { placeInConfig } from '../../lib/provenance/place-in-config.js';
import { folderWith } from '../support/config-folder.js';
import { config, fleet, values } from './placed-fleet.js';

it('a finding of the linker names the line, the object and the other end', async () => {
  const folder = folderWith({
    'fleet.yaml': fleet.replace('revisionHistoryLimit: 5', 'selector: null'),
    ...values,
    'west-values.yaml': 'linkerd-multicluster:\n  commonLabels:\n    team: "a b"\n',
  });
  const { diagnostics } = await checkFleet(folder, { only: ['LABEL_VALUE_FORM'] });
  expect(diagnostics.length).toBeGreaterThan(0);
  for (const { file, line, column, object, related } of diagnostics) {
    expect([basename(file ?? ''), line, column]).toEqual(['west-values.yaml', 3, 11]);
    expect(related?.at(-1)?.message).toContain(`${object?.kind ?? ''} `);
    expect(related?.at(-1)?.file).toMatch(/^dist\/clusters\/west\//);
  }
});

it('a finding about an extra manifest names its own line', async () => {
  const folder = folderWith({
    'fleet.yaml': fleet.replace('east: {}', 'east: { extraManifests: [extra.yaml] }'),
    'extra.yaml':
      'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Service\n    metadata:\n      name: web\n      labels:\n        team: a b\n',
  });
  const { diagnostics } = await checkFleet(folder, { severity: 'error' });
  expect(diagnostics.map(({ code, file, line }) => [code, basename(file ?? ''), line])).toEqual([
    ['LABEL_VALUE_FORM', 'extra.yaml', 9],
  ]);
});

it('a suppression may name the file of the output as findings show it', async () => {
  const where = 'dist/clusters/in-cluster/gateway.yaml';
  const folder = folderWith({
    'fleet.yaml': `${fleet}suppress: [{ code: GATEWAY_OPEN, where: ${where}, reason: a firewall }]\n`,
  });
  const { diagnostics } = await checkFleet(folder);
  const codes = diagnostics.map(({ code }) => code);
  expect(codes).not.toContain('GATEWAY_OPEN');
  expect(codes).not.toContain('SUPPRESSION_UNUSED');
});

it('reports what Helm would fail on at its line', async () => {
  const folder = folderWith({
    'fleet.yaml': fleet,
    'in-cluster-values.yaml': 'linkerd-multicluster:\n  gateway:\n    name: "a: b"\n',
  });
  const { diagnostics } = await checkFleet(folder, { severity: 'error' });
  expect(diagnostics.map(({ code, line, column }) => [code, line, column])).toEqual([
    ['CHART_HELM_FAILS', 3, 11],
  ]);
});

it('findings about a fleet as code name the field', () => {
  const { config: code } = defineFleet({
    name: 'pair',
    linkerd: { release: 'edge-26.8.2', trustDomain: 'cluster.local' },
    clusters: { east: { gateway: { address: 'gw.example.com' } }, west: {} },
    topology: [{ link: { source: 'west', target: 'east' } }],
    credentials: { manual: {} },
  });
  const found: Diagnostic = {
    code: 'SCHEMA_TYPE',
    severity: 'error',
    message: 'wrong',
    file: 'clusters/west/link-east.yaml',
    object: { apiVersion: 'multicluster.linkerd.io/v1alpha3', kind: 'Link', name: 'east' },
    path: 'spec.gatewayAddress',
  };
  if (code === undefined) throw new Error('no fleet');
  expect(placeInConfig([found], code, 'dist')).toEqual([
    {
      ...found,
      file: 'dist/clusters/west/link-east.yaml',
      related: [{ message: 'made from `clusters.east.gateway.address` of the fleet' }],
    },
  ]);
});

it('hands on findings about files of the input', () => {
  const found: Diagnostic = {
    code: 'CONFIG_TYPE',
    severity: 'error',
    message: 'wrong',
    file: 'config/fleet.yaml',
    line: 3,
  };
  expect(placeInConfig([found], config, 'dist')[0]).toBe(found);
});
