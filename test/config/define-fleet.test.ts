import { describe, expect, it } from 'vitest';
import { defineFleet } from '../../lib/config/define-fleet.js';
import { deriveFleet } from '../../lib/topology/derive-fleet.js';
import { configOf } from '../support/config-folder.js';

const linkerd = { release: 'edge-26.8.2' };
const credentials = { externalSecrets: { store: 'vault', key: '{source}-to-{target}' } };

describe('defineFleet', () => {
  it('makes the same fleet as the same facts in a file', () => {
    const fromCode = defineFleet({
      name: 'example',
      linkerd,
      credentials,
      values: { revisionHistoryLimit: 3 },
      clusters: {
        hub: { argocdName: 'in-cluster', gateway: { address: 'gateway.example.com' } },
        spoke: { values: { podLabels: { team: 'mesh' } } },
      },
      topology: [{ hubAndSpoke: { hub: 'hub', spokes: ['spoke'] } }],
    });
    expect(fromCode.diagnostics).toEqual([]);
    const fromFiles = configOf(
      `name: example
linkerd: { release: edge-26.8.2 }
credentials: { externalSecrets: { store: vault, key: "{source}-to-{target}" } }
clusters:
  hub: { argocdName: in-cluster, gateway: { address: gateway.example.com } }
  spoke: {}
topology: [{ hubAndSpoke: { hub: hub, spokes: [spoke] } }]
`,
      { 'values.yaml': 'revisionHistoryLimit: 3\n', 'spoke-values.yaml': 'podLabels: { team: mesh }\n' },
    );
    if (fromCode.config === undefined) throw new Error('no fleet');
    expect(deriveFleet(fromCode.config).fleet).toEqual(deriveFleet(fromFiles).fleet);
  });

  it('reports at run time what the types cannot see, by its path', () => {
    const names = ['a', 'b'];
    const { config, diagnostics } = defineFleet({
      name: 'example',
      linkerd: { release: 'edge-26.8' },
      clusters: Object.fromEntries(names.map((name) => [name, {}])),
      topology: [{ link: { source: 'a', target: 'c' } }, { link: { source: 'b', target: 'b' } }],
    });
    expect(config).toBeUndefined();
    expect(diagnostics.map(({ code, path }) => `${code} ${path ?? ''}`)).toEqual([
      'CONFIG_FORMAT linkerd.release',
      'TOPOLOGY_SELF_LINK topology[1].link.target',
      'TOPOLOGY_UNKNOWN_CLUSTER topology[0].link.target',
    ]);
  });

  it.each([null, undefined, [], 5, 'fleet.yaml'])('reports %j as no fleet', (definition) => {
    const { config, diagnostics } = defineFleet(definition as never);
    expect(config).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'CONFIG_TYPE', severity: 'error' }]);
  });

  it.each([null, [], 5])('reports %j where the clusters belong', (clusters) => {
    const { diagnostics } = defineFleet({ name: 'example', linkerd, clusters } as never);
    expect(diagnostics).toMatchObject([{ code: 'CONFIG_TYPE', path: 'clusters' }]);
  });

  it.each([Symbol('example'), 10n, () => 'example'])('reports %s, which no file could hold', (name) => {
    const { diagnostics } = defineFleet({ name, linkerd, clusters: { a: {} } } as never);
    expect(diagnostics).toMatchObject([{ code: 'CONFIG_TYPE', path: 'name' }]);
  });

  it('reports a value that the chart does not have, in the cluster that sets it', () => {
    const values = JSON.parse('{"gatewayPort": 4143}') as object;
    const { diagnostics } = defineFleet({ name: 'example', linkerd, clusters: { a: { values } } });
    expect(diagnostics).toMatchObject([
      { code: 'CONFIG_UNKNOWN_KEY', path: 'clusters.a.values.gatewayPort' },
    ]);
  });

  it('looks for the files that a fleet names below the working directory', () => {
    const clusters = { a: { extraManifests: ['nowhere/extra.yaml'] } };
    const { diagnostics } = defineFleet({ name: 'example', linkerd, clusters });
    expect(diagnostics).toMatchObject([{ code: 'FILE_MISSING', file: 'nowhere/extra.yaml', cluster: 'a' }]);
  });

  it('takes a key that is set to undefined as left out', () => {
    expect(
      defineFleet({ name: 'example', linkerd, argocd: undefined, clusters: { a: {} } }).diagnostics,
    ).toEqual([]);
  });
});
