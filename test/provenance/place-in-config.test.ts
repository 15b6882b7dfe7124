import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.js';
import { placeInConfig } from '../../lib/provenance/place-in-config.js';
import { config } from './placed-fleet.js';

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
