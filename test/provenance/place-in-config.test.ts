import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { defineFleet } from '../../lib/config/define-fleet.js';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.js';
import { checkFleet } from '../../lib/pipeline/check-fleet.js';
import { placeInConfig } from '../../lib/provenance/place-in-config.js';
import { configOf, folderWith } from '../support/config-folder.js';

const fleet = `name: example
linkerd:
  release: edge-26.8.2
  trustDomain: cluster.local
argocd:
  project: tools
  repoURL: https://git.example.com/mesh
  clusterSelector: { mesh: "yes" }
clusters:
  hub:
    argocdName: in-cluster
    gateway:
      address: gateway.example.com
      serviceType: NodePort
      nodePort: 30143
      probe:
        nodePort: 30191
  east: {}
  west:
    patches:
      - target: { kind: Deployment, name: controller-hub }
        merge:
          spec:
            revisionHistoryLimit: 5
topology:
  - hubAndSpoke:
      hub: hub
      spokes:
        - east
        - west
      probe:
        period: 5s
  - link:
      source: hub
      target: west
      mode: flat
      credentials:
        manual: {}
credentials:
  externalSecrets:
    store: vault
    key: "{source}-to-{target}"
monitoring:
  scrapers:
    - { namespace: grafana, serviceAccount: alloy }
`;
const values = {
  'values.yaml': `linkerd-multicluster:
  commonLabels:
    team: mesh
  localServiceMirror:
    resources:
      requests:
        cpu: 3m
`,
  'in-cluster-values.yaml': `linkerd-multicluster:
  gateway:
    replicas: 2
    deploymentAnnotations:
      config.linkerd.io/proxy-cpu-request: 20m
  podLabels:
    tier: hub
  controllers:
    - link:
        ref:
          name: west
      resources:
        requests:
          cpu: 7m
`,
};

const config = configOf(fleet, values);

/** The line of the input that a finding is told at, and the place in the output that it names. */
function told(file: string, kind: string, name: string, path?: string): string[] {
  const object = { apiVersion: 'v1', kind, name };
  const found: Diagnostic = { code: 'SCHEMA_TYPE', severity: 'error', message: 'wrong', file, object };
  const [placed] = placeInConfig([path === undefined ? found : { ...found, path }], config, 'out');
  const lines = readFileSync(placed?.file ?? '', 'utf8').split('\n');
  expect(placed?.object).toEqual(object);
  expect(placed?.related?.at(-1)?.file).toBe(`out/${file}`);
  return [basename(placed?.file ?? ''), lines[(placed?.line ?? 0) - 1]?.trim() ?? ''];
}

const hub = 'clusters/in-cluster';
it.each([
  ['a node port', `${hub}/gateway.yaml`, 'Service', 'gw', 'spec.ports[0].nodePort', 'nodePort: 30143'],
  ['a probe port', `${hub}/gateway.yaml`, 'Service', 'gw', 'spec.ports[1].nodePort', 'nodePort: 30191'],
  ['a Service type', `${hub}/gateway.yaml`, 'Service', 'gw', 'spec.type', 'serviceType: NodePort'],
  ['a gateway without a field', `${hub}/gateway.yaml`, 'ServiceAccount', 'gw', undefined, 'gateway:'],
  [
    'the address',
    'clusters/east/link-hub.yaml',
    'Link',
    'hub',
    'spec.gatewayAddress',
    'address: gateway.example.com',
  ],
  ['the port of a Link', 'clusters/east/link-hub.yaml', 'Link', 'hub', 'spec.gatewayPort', 'nodePort: 30143'],
  [
    'the probe port of a Link',
    'clusters/east/link-hub.yaml',
    'Link',
    'hub',
    'spec.probeSpec.port',
    'nodePort: 30191',
  ],
  [
    'the probe period of a Link',
    'clusters/east/link-hub.yaml',
    'Link',
    'hub',
    'spec.probeSpec.period',
    'period: 5s',
  ],
  [
    'the identity',
    'clusters/east/link-hub.yaml',
    'Link',
    'hub',
    'spec.gatewayIdentity',
    'trustDomain: cluster.local',
  ],
  ['a Link', 'clusters/east/link-hub.yaml', 'Link', 'hub', undefined, '- east'],
  [
    'its service mirror',
    'clusters/west/link-hub.yaml',
    'ServiceAccount',
    'controller-hub',
    undefined,
    '- west',
  ],
  ['a Link of one pair', `${hub}/link-west.yaml`, 'Link', 'west', undefined, '- link:'],
  [
    'a patched field',
    'clusters/west/link-hub.yaml',
    'Deployment',
    'controller-hub',
    'spec.revisionHistoryLimit',
    'revisionHistoryLimit: 5',
  ],
  [
    'a field beside a patched one',
    'clusters/west/link-hub.yaml',
    'Deployment',
    'controller-hub',
    'spec.replicas',
    '- west',
  ],
  [
    'the store',
    'clusters/east/credentials-hub.yaml',
    'ExternalSecret',
    'x',
    'spec.secretStoreRef.name',
    'store: vault',
  ],
  [
    'the key',
    'clusters/east/credentials-hub.yaml',
    'ExternalSecret',
    'x',
    'spec.data[0].remoteRef.key',
    'key: "{source}-to-{target}"',
  ],
  [
    'credentials of one Link',
    `${hub}/credentials-west.yaml`,
    'ExternalSecret',
    'x',
    undefined,
    'credentials:',
  ],
  [
    'an account',
    `${hub}/remote-access.yaml`,
    'ServiceAccount',
    'linkerd-service-mirror-remote-access-west',
    undefined,
    '- west',
  ],
  [
    'a scraper',
    `${hub}/policy.yaml`,
    'AuthorizationPolicy',
    'linkerd-admin-grafana-alloy',
    undefined,
    '- { namespace: grafana, serviceAccount: alloy }',
  ],
  ['the CRD', `${hub}/crds.yaml`, 'CustomResourceDefinition', 'x', undefined, 'release: edge-26.8.2'],
  ['the Namespace', `${hub}/namespace.yaml`, 'Namespace', 'x', undefined, 'hub:'],
  [
    'the project',
    'argocd/applicationset.yaml',
    'ApplicationSet',
    'x',
    'spec.template.spec.project',
    'project: tools',
  ],
  ['the ApplicationSet', 'argocd/applicationset.yaml', 'ApplicationSet', 'x', undefined, 'argocd:'],
])(
  'a finding about %s is told at the line of the fleet file behind it',
  (_, file, kind, name, path, line) => {
    expect(told(file, kind, name, path)).toEqual(['fleet.yaml', line]);
  },
);

it.each([
  ['the gateway', `${hub}/gateway.yaml`, 'spec.replicas', 'in-cluster-values.yaml', 'replicas: 2'],
  [
    'the gateway',
    `${hub}/gateway.yaml`,
    'spec.template.metadata.annotations."config.linkerd.io/proxy-cpu-request"',
    'in-cluster-values.yaml',
    'config.linkerd.io/proxy-cpu-request: 20m',
  ],
  [
    'a controller',
    `${hub}/link-west.yaml`,
    'spec.template.spec.containers[0].resources.requests.cpu',
    'in-cluster-values.yaml',
    'cpu: 7m',
  ],
  ['all pods', `${hub}/service-mirror.yaml`, 'metadata.labels.tier', 'in-cluster-values.yaml', 'tier: hub'],
  [
    'all clusters',
    'clusters/east/service-mirror.yaml',
    'spec.template.spec.containers[0].resources.requests.cpu',
    'values.yaml',
    'cpu: 3m',
  ],
  ['all objects', 'clusters/east/policy.yaml', 'metadata.labels."team"', 'values.yaml', 'team: mesh'],
])('a finding about a value of %s is told at its line: %s %s', (_, file, path, valuesFile, line) => {
  expect(told(file, 'Deployment', 'x', path)).toEqual([valuesFile, line]);
});

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
