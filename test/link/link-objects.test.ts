import { expect, test } from 'vitest';
import { linkObjects } from '../../lib/link/link-objects.js';
import type { LinkRequest } from '../../lib/link/link-request.js';

const request: LinkRequest = {
  release: 'edge-26.8.3',
  controlPlane: {
    namespace: 'linkerd',
    identityTrustDomain: 'cluster.local',
    clusterDomain: 'cluster.local',
  },
  gatewayNamespace: 'linkerd-multicluster',
  gatewayService: {
    name: 'linkerd-gateway',
    type: 'LoadBalancer',
    annotations: {
      'mirror.linkerd.io/gateway-identity':
        'linkerd-gateway.linkerd-multicluster.serviceaccount.identity.linkerd.cluster.local',
      'mirror.linkerd.io/probe-path': '/ready',
      'mirror.linkerd.io/probe-period': '3',
    },
    ports: [
      { name: 'mc-gateway', port: 4143 },
      { name: 'mc-probe', port: 4191 },
    ],
  },
  ingress: [{ ip: '203.0.113.7' }],
  flags: { 'cluster-name': 'east' },
};

function run(release: string, flags: LinkRequest['flags'] = {}, changes: Partial<LinkRequest> = {}) {
  return linkObjects({ ...request, release, ...changes, flags: { ...request.flags, ...flags } });
}

function linkOf(release: string, flags: LinkRequest['flags'] = {}) {
  return run(release, flags).objects.find(({ kind }) => kind === 'Link') as
    Record<string, unknown> | undefined;
}

test.each([
  ['2.14', 'v1alpha1'],
  ['2.16', 'v1alpha1'],
  ['2.17', 'v1alpha2'],
  ['edge-25.3.2', 'v1alpha2'],
  ['edge-25.3.3', 'v1alpha3'],
])('%s speaks %s', (release, version) => {
  expect(linkOf(release)?.apiVersion).toBe(`multicluster.linkerd.io/${version}`);
});

test('a Link without a gateway names every field, empty, where the controller demands them', () => {
  expect(linkOf('2.17', { gateway: 'false' })?.spec).toMatchObject({
    gatewayAddress: '',
    gatewayPort: '0',
    gatewayIdentity: '',
    probeSpec: { path: '', port: '0', period: '0s' },
  });
  expect(linkOf('2.18', { gateway: 'false' })?.spec).toMatchObject({ probeSpec: {} });
  expect(linkOf('2.18', { gateway: 'false' })?.spec).not.toHaveProperty('gatewayPort');
});

test('a Link says which command made it from 2.17 on', () => {
  expect(linkOf('2.16')?.metadata).not.toHaveProperty('annotations');
  expect(linkOf('2.17')?.metadata).toMatchObject({
    annotations: { 'linkerd.io/created-by': 'linkerd/cli edge-24.11.8' },
  });
});

test('the gateway is derived from the values of the chart where no Service is given', () => {
  const chart = {
    gateway: { serviceType: 'NodePort', nodePort: 30143, probe: { nodePort: 30191 } },
  } as const;
  const others = { ...request, gatewayService: undefined };
  const { objects } = linkObjects({ ...others, chart });
  expect(objects[2]?.spec).toMatchObject({ gatewayPort: '30143', probeSpec: { port: '30191' } });
});

test('reports what is wrong with the values of the chart', () => {
  const others = { ...request, gatewayService: undefined };
  const codes = (chart: LinkRequest['chart']) =>
    linkObjects({ ...others, ...(chart !== undefined && { chart }) }).diagnostics.map(({ code }) => code);
  expect(codes({ gateway: null })).toEqual(['CHART_HELM_FAILS']);
  expect(codes({ gateway: { enabled: false } })).toEqual(['LINK_GATEWAY_SERVICE']);
  expect(codes({ gateway: { serviceType: 'NodePort' } })).toEqual([
    'LINK_GATEWAY_SERVICE',
    'LINK_GATEWAY_SERVICE',
  ]);
});

test('addresses of the load balancer win over the flag in 2.14 alone', () => {
  const flags = { 'gateway-addresses': 'gw.example.com' };
  expect(linkOf('2.14', flags)?.spec).toMatchObject({ gatewayAddress: '203.0.113.7' });
  expect(linkOf('2.15', flags)?.spec).toMatchObject({ gatewayAddress: 'gw.example.com' });
});

test('the mirror controller comes with the Link until edge-25.3.3', () => {
  const kinds = (release: string) => run(release).objects.map(({ kind }) => kind);
  expect(kinds('edge-25.3.3')).toContain('Deployment');
  expect(kinds('edge-25.3.4')).toEqual(['Secret', 'Secret', 'Link']);
});

test('a kubeconfig holds placeholders for what only the target knows', () => {
  const [secret] = run('edge-26.8.3').objects as unknown as { stringData: { kubeconfig: string } }[];
  expect(secret?.stringData.kubeconfig).toContain('token: TOKEN');
  expect(secret?.stringData.kubeconfig).toContain('certificate-authority-data: CA');
  expect(secret?.stringData.kubeconfig).toContain('server: https://API-SERVER');
});

test.each([
  ['edge-26.8.3', { 'gateway-prot': '1' }, 'LINK_FLAG_UNKNOWN'],
  ['edge-26.8.3', { ha: true }, 'LINK_FLAG_UNKNOWN'],
  ['2.17', { 'excluded-labels': 'a' }, 'LINK_FLAG_UNKNOWN'],
  ['2.16', { 'federated-service-selector': 'a' }, 'LINK_FLAG_UNKNOWN'],
  ['edge-26.8.3', { gateway: 'no' }, 'LINK_FLAG_VALUE'],
  ['edge-26.8.3', { 'gateway-port': '-1' }, 'LINK_FLAG_VALUE'],
  ['edge-26.8.3', { 'excluded-labels': 'a"b' }, 'LINK_FLAG_VALUE'],
  ['edge-26.8.3', { output: 'table' }, 'LINK_FLAG_VALUE'],
  ['2.17', { 'log-format': 'xml' }, 'LINK_FLAG_VALUE'],
  ['2.17', { gateway: 'false', 'gateway-port': '4143' }, 'LINK_FLAG_VALUE'],
  ['edge-26.8.3', { 'gateway-port': '70000' }, 'LINK_PORT_RANGE'],
  ['edge-26.8.3', { 'gateway-name': 'other' }, 'LINK_GATEWAY_SERVICE'],
  ['edge-26.8.3', { selector: 'a!=b' }, 'LINK_SELECTOR_SYNTAX'],
  ['edge-26.8.3', { 'cluster-name': '' }, 'CLUSTER_NAME_FORM'],
  ['2.13', {}, 'RELEASE_TOO_OLD'],
])('reports in %s for %o: %s', (release, flags, code) => {
  const { objects, diagnostics } = run(release, flags);
  expect(objects).toEqual([]);
  expect(diagnostics.map((d) => d.code)).toEqual([code]);
});

test('nothing of the gateway is read where the Link has none', () => {
  const flags = { gateway: false, 'gateway-addresses': 'https://gw', 'gateway-port': 70000, selector: '!!' };
  expect(run('edge-26.8.3', flags, { gatewayService: null }).diagnostics).toEqual([]);
});

test('a port of the gateway is read with the prefix of its base', () => {
  expect(linkOf('edge-26.8.3', { 'gateway-port': '0x7530' })?.spec).toMatchObject({ gatewayPort: '30000' });
});

test('reports a gateway that has no address', () => {
  expect(run('edge-26.8.3', {}, { ingress: null }).diagnostics.map(({ code }) => code)).toEqual([
    'LINK_ADDRESS_MISSING',
  ]);
});

test('reports an account that the target does not have', () => {
  const flags = { 'service-account-name': 'nobody' };
  expect(run('edge-26.8.3', flags).diagnostics).toEqual([]);
  expect(run('edge-26.8.3', flags, { accounts: ['somebody'] }).diagnostics.map(({ code }) => code)).toEqual([
    'LINK_ACCOUNT_UNKNOWN',
  ]);
});

test('reports a warning for an API server address that pods cannot reach, and a selector that matches nothing', () => {
  const { objects, diagnostics } = run('edge-26.8.3', {
    'api-server-address': 'https://127.0.0.1:6443',
    selector: '',
  });
  expect(objects).toHaveLength(3);
  expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
    'warning LINK_API_SERVER',
    'warning LINK_SELECTOR_EMPTY',
  ]);
});
