import { describe, expect, test } from 'vitest';
import { deriveFleet } from '../../lib/topology/derive-fleet.js';
import type { Cluster, Fleet } from '../../lib/topology/fleet.js';
import { configOf } from '../support/config-folder.js';

const threeClusters = `
name: telemetry
linkerd: { release: edge-26.8.2 }
clusters:
  hub:
    argocdName: hub-in-argo
    gateway: { address: gw.example.com, serviceType: NodePort, nodePort: 30143, probe: { nodePort: 30191 } }
  east: {}
  west: {}
topology:
  - hubAndSpoke: { hub: hub, spokes: [east, west] }
credentials:
  externalSecrets: { store: vault, key: 'mesh/{source}-to-{target}', name: '{secret}-es' }
`;

function fleetOf(yaml: string, values: Readonly<Record<string, string>> = {}): Fleet {
  const { fleet, diagnostics } = deriveFleet(configOf(yaml, values));
  if (fleet === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return fleet;
}

function diagnosticsOf(yaml: string, values: Readonly<Record<string, string>> = {}) {
  return deriveFleet(configOf(yaml, values)).diagnostics;
}

function clusterOf(fleet: Fleet, name: string): Cluster {
  const cluster = fleet.clusters.find((candidate) => candidate.name === name);
  if (cluster === undefined) throw new Error(`no cluster ${name}`);
  return cluster;
}

describe('Links', () => {
  test('spokes mirror from the hub, and nothing else', () => {
    const links = fleetOf(threeClusters).links.map(({ source, target }) => `${source} → ${target}`);
    expect(links).toEqual(['east → hub', 'west → hub']);
  });

  test('a mesh links every two clusters both ways', () => {
    const yaml = threeClusters.replace(/- hubAndSpoke.*/, '- mesh: { mode: flat }');
    expect(fleetOf(yaml).links).toHaveLength(6);
  });

  test('of two shapes that ask for the same Link, the first one stands', () => {
    const yaml = threeClusters.replace(
      /- hubAndSpoke.*/,
      '- link: { source: east, target: hub, probe: relaxed }\n  - hubAndSpoke: { hub: hub, spokes: [west] }',
    );
    expect(fleetOf(yaml).links.map(({ probe }) => probe.period)).toEqual(['10s', '3s']);
  });

  test('the credential key and name are filled in for each Link', () => {
    const [east] = fleetOf(threeClusters).links;
    expect(east?.credentials).toMatchObject({
      key: 'mesh/east-to-hub',
      name: 'cluster-credentials-hub-es',
      storeKind: 'ClusterSecretStore',
    });
  });

  test('a flat Link has no gateway selector', () => {
    const yaml = threeClusters.replace('spokes: [east, west]', 'spokes: [east], mode: flat');
    expect(fleetOf(yaml).links[0]).not.toHaveProperty('selector');
  });

  test('Argo CD tracking metadata is always excluded', () => {
    const yaml = threeClusters.replace('spokes: [east, west]', 'spokes: [east], excludedLabels: [team]');
    expect(fleetOf(yaml).links[0]?.excludedLabels).toEqual([
      'app.kubernetes.io/instance',
      'argocd.argoproj.io/*',
      'team',
    ]);
  });
});

describe('gateways', () => {
  test('a NodePort gateway is reached and probed at its node ports', () => {
    expect(clusterOf(fleetOf(threeClusters), 'hub').gateway).toMatchObject({
      address: 'gw.example.com',
      port: 30143,
      probePort: 30191,
      identity: 'linkerd-gateway.linkerd-multicluster.serviceaccount.identity.linkerd.cluster.local',
    });
  });

  test('a LoadBalancer gateway is reached at its ports even if it has node ports', () => {
    const fleet = fleetOf(threeClusters.replace('NodePort', 'LoadBalancer'));
    expect(clusterOf(fleet, 'hub').gateway).toMatchObject({ port: 4143, probePort: 4191 });
  });

  test('a cluster that nobody targets renders no gateway', () => {
    expect(clusterOf(fleetOf(threeClusters), 'east').values).toMatchObject({ gateway: { enabled: false } });
  });

  test("the identity follows the cluster's own trust domain", () => {
    const fleet = fleetOf(threeClusters.replace('argocdName: hub-in-argo', 'trustDomain: hub.example.com'));
    expect(clusterOf(fleet, 'hub').gateway?.identity).toMatch(/\.linkerd\.hub\.example\.com$/);
  });

  test('reports a target without an address at its cluster', () => {
    const [diagnostic] = diagnosticsOf(threeClusters.replace('address: gw.example.com, ', ''));
    expect(diagnostic).toMatchObject({ code: 'GATEWAY_ADDRESS_MISSING', severity: 'error', line: 5 });
  });

  test('reports both node ports that a NodePort gateway leaves open', () => {
    const yaml = threeClusters.replace(', nodePort: 30143, probe: { nodePort: 30191 }', '');
    expect(diagnosticsOf(yaml).map(({ code, path }) => [code, path])).toEqual([
      ['GATEWAY_NODE_PORT_MISSING', 'clusters.hub.gateway.nodePort'],
      ['GATEWAY_NODE_PORT_MISSING', 'clusters.hub.gateway.probe.nodePort'],
    ]);
  });
});

describe('chart values', () => {
  test('a target gets one access account for each source, named by Argo CD', () => {
    expect(clusterOf(fleetOf(threeClusters), 'hub').values.remoteMirrorServiceAccountName).toEqual([
      'linkerd-service-mirror-remote-access-east',
      'linkerd-service-mirror-remote-access-west',
    ]);
  });

  test('a source gets a controller whose probe Service has the port that its Link probes', () => {
    expect(clusterOf(fleetOf(threeClusters), 'east').values.controllers).toEqual([
      { link: { ref: { name: 'hub' } }, gateway: { enabled: true, probe: { port: 30191 } } },
    ]);
  });

  test('what the values say of a controller is kept', () => {
    const fleet = fleetOf(threeClusters, {
      'east-values.yaml': 'controllers: [{ link: { ref: { name: hub } }, logLevel: debug }]',
    });
    expect(clusterOf(fleet, 'east').values.controllers).toMatchObject([{ logLevel: 'debug' }]);
  });

  test('reports an account that no Link uses, where it stands and what is rendered instead', () => {
    const [diagnostic] = diagnosticsOf(threeClusters, {
      'hub-in-argo-values.yaml': 'gateway:\n  replicas: 2\nremoteMirrorServiceAccountName: somebody',
    });
    expect(diagnostic).toMatchObject({ code: 'VALUES_LEFTOVER', severity: 'warning', line: 3 });
    expect(diagnostic?.fix).toContain('linkerd-service-mirror-remote-access-east');
  });

  test('reports a controller probe port unlike the one its Link probes', () => {
    const [diagnostic] = diagnosticsOf(threeClusters, {
      'east-values.yaml': 'controllers:\n- link: {ref: {name: hub}}\n  gateway: {probe: {port: 4191}}',
    });
    expect(diagnostic).toMatchObject({ code: 'VALUES_LEFTOVER', line: 3 });
    expect(diagnostic?.message).toBe('gateway.probe.port is 4191, but the Link probes 30191');
  });

  test('reports a fact that fleet and values state differently, with both places', () => {
    const [diagnostic] = diagnosticsOf(threeClusters, {
      'hub-in-argo-values.yaml': 'gateway:\n  nodePort: 30144',
    });
    expect(diagnostic).toMatchObject({ code: 'VALUES_CONTRADICT_FLEET', severity: 'error', line: 2 });
    expect(diagnostic?.related).toHaveLength(1);
  });

  const fleetWide = threeClusters.replace(
    'edge-26.8.2',
    'edge-26.8.2, trustDomain: cluster.local, namespace: linkerd',
  );
  test.each([
    [
      'east-values.yaml',
      'identityTrustDomain: foo.local',
      'error',
      'set clusters.east.trustDomain to "foo.local"',
    ],
    ['east-values.yaml', 'linkerdNamespace: l5d', 'error', 'set clusters.east.linkerdNamespace to "l5d"'],
    ['values.yaml', 'linkerdNamespace: l5d', 'error', 'set linkerd.namespace to "l5d"'],
    ['east-values.yaml', 'linkerdVersion: edge-26.5.1', 'warning', 'remove linkerdVersion here'],
  ])('reports a fact of all clusters that %s states differently: %s', (file, text, severity, fix) => {
    const [diagnostic] = diagnosticsOf(fleetWide, { 'east-values.yaml': '{}', [file]: text });
    expect(diagnostic).toMatchObject({ code: 'VALUES_CONTRADICT_FLEET', severity, cluster: 'east', line: 1 });
    expect(diagnostic?.fix).toContain(fix);
  });

  test('a fact of all clusters may be told again, and overridden in the fleet file', () => {
    const own = fleetWide.replace('east: {}', 'east: { trustDomain: foo.local }');
    const values = 'identityTrustDomain: foo.local\nlinkerdNamespace: linkerd\nlinkerdVersion: edge-26.8.2';
    expect(diagnosticsOf(own, { 'east-values.yaml': values })).toEqual([]);
  });

  test('the release of a stable line is told in either form', () => {
    const stable = threeClusters.replace('edge-26.8.2', '"2.18"');
    expect(diagnosticsOf(stable, { 'values.yaml': 'linkerdVersion: edge-25.4.4' })).toEqual([]);
  });
});

test('reports monitors that no scraper may use', () => {
  const yaml = threeClusters.replace('east: {}', 'east: { enableServiceMonitor: true }');
  expect(diagnosticsOf(yaml).map(({ code }) => code)).toEqual(['MONITOR_WITHOUT_SCRAPER']);
});

test.each([
  ['2.14', 'east', ['every scrape of the service mirrors would be refused']],
  ['2.18', 'east', ['every scrape of the service mirrors would be refused']],
  ['2.17', 'hub', []],
  ['2.19', 'east', []],
  ['edge-26.3.1', 'hub', []],
  ['edge-26.4.1', 'hub', ['every scrape through the monitors would be refused']],
])(
  'of monitors without a scraper, %s refuses those of %s on ports that it closes: %j',
  (release, name, why) => {
    const yaml = threeClusters
      .replace('edge-26.8.2', `"${release}"`)
      .replace('east: {}', 'east: { enableServiceMonitor: true }')
      .replace('hub-in-argo', 'hub-in-argo\n    enableServiceMonitor: true');
    const found = diagnosticsOf(yaml).filter(({ cluster }) => cluster === name);
    expect(found.map((diagnostic) => diagnostic.why?.split(': ').at(-1))).toEqual(why);
  },
);

test('reports a Link for which no credentials are named', () => {
  const yaml = threeClusters.replace(/credentials:[\s\S]*/, '');
  expect(diagnosticsOf(yaml).map(({ code, link }) => [code, link])).toEqual([
    ['CREDENTIALS_MISSING', 'east → hub'],
    ['CREDENTIALS_MISSING', 'west → hub'],
  ]);
});

test('the order of the file changes nothing', () => {
  const shuffled = threeClusters
    .replace('  east: {}\n  west: {}\n', '  west: {}\n  east: {}\n')
    .replace('[east, west]', '[west, east]');
  expect(fleetOf(shuffled)).toEqual(fleetOf(threeClusters));
});

test('tells of a controller that is written again for the same Link, and renders the last', () => {
  const entry = (level: string) => `  - link: { ref: { name: hub } }\n    logLevel: ${level}\n`;
  const values = { 'east-values.yaml': `controllers:\n${entry('debug')}${entry('warn')}` };
  const [only, ...others] = diagnosticsOf(threeClusters, values);
  expect(others).toEqual([]);
  expect(only).toMatchObject({
    code: 'VALUES_LEFTOVER',
    severity: 'warning',
    line: 2,
    column: 26,
    cluster: 'east',
    related: [{ line: 4, column: 26 }],
  });
  expect(clusterOf(fleetOf(threeClusters, values), 'east').values.controllers).toMatchObject([
    { logLevel: 'warn' },
  ]);
});
