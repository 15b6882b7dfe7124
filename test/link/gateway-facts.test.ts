import { expect, test } from 'vitest';
import { gatewayFacts, type GatewayService } from '../../lib/link/gateway-facts.js';
import { releaseNamed } from '../../lib/releases/release.js';

const newest = releaseNamed('edge-26.8.3', 'edge-26.8.3').facts;

function service(
  changes: Partial<GatewayService> = {},
  annotations: Record<string, string> = {},
): GatewayService {
  return {
    name: 'linkerd-gateway',
    type: 'LoadBalancer',
    ports: [
      { name: 'mc-gateway', port: 4143, nodePort: 30143 },
      { name: 'mc-probe', port: 4191, nodePort: 30191 },
    ],
    ...changes,
    annotations: {
      'mirror.linkerd.io/gateway-identity':
        'linkerd-gateway.mc.serviceaccount.identity.linkerd.cluster.local',
      'mirror.linkerd.io/probe-path': '/ready',
      'mirror.linkerd.io/probe-period': '3',
      ...annotations,
    },
  };
}

const codes = (...args: Parameters<typeof gatewayFacts>): unknown =>
  gatewayFacts(...args).diagnostics.map(({ code, severity }) => `${severity} ${code}`);

test('a load balancer is reached by its ports even though it has node ports', () => {
  expect(gatewayFacts(service(), newest).facts).toMatchObject({ port: 4143, probe: { port: 4191 } });
});

test('a NodePort Service is reached by its node ports', () => {
  expect(gatewayFacts(service({ type: 'NodePort' }), newest).facts).toMatchObject({
    port: 30143,
    probe: { port: 30191 },
  });
});

test('a port that was said wins, but not for the probe', () => {
  expect(gatewayFacts(service({ type: 'NodePort' }), newest, 443).facts).toMatchObject({
    port: 443,
    probe: { port: 30191 },
  });
});

test('a port that was said replaces a node port that nobody chose', () => {
  const ports = [
    { name: 'mc-gateway', port: 4143, nodePort: null },
    { name: 'mc-probe', port: 4191, nodePort: 30191 },
  ];
  expect(gatewayFacts(service({ type: 'NodePort', ports }), newest, 443).facts?.port).toBe(443);
  expect(codes(service({ type: 'NodePort', ports }), newest)).toEqual(['error LINK_GATEWAY_SERVICE']);
});

test('reports a Service without the ports that its chart names', () => {
  expect(codes(service({ ports: [] }), newest, 443)).toEqual([
    'error LINK_GATEWAY_SERVICE',
    'error LINK_GATEWAY_SERVICE',
  ]);
});

test.each(['gateway-identity', 'probe-path'])('reports a Service without the annotation %s', (name) => {
  expect(codes(service({}, { [`mirror.linkerd.io/${name}`]: '' }), newest)).toEqual([
    'error LINK_GATEWAY_SERVICE',
  ]);
});

test.each([
  ['/health', 'warning LINK_PROBE_PATH'],
  ['ready', 'error LINK_PROBE_PATH'],
])('reports the probe path %s', (path, code) => {
  expect(codes(service({}, { 'mirror.linkerd.io/probe-path': path }), newest)).toEqual([code]);
});

test.each([
  ['edge-26.8.3', '90', '1m30s'],
  ['edge-26.8.3', '1m30s', '1m30s'],
  ['edge-26.8.3', '+3', '3s'],
  ['edge-25.1.2', '3', '3s'],
  ['edge-25.1.1', '3', '3'],
  ['edge-24.11.8', '3600', '1h0m0s'],
])('%s writes a period of %s as %s', (release, annotation, period) => {
  const { facts } = gatewayFacts(
    service({}, { 'mirror.linkerd.io/probe-period': annotation }),
    releaseNamed(release, release).facts,
  );
  expect(facts?.probe.period).toBe(period);
});

test.each([
  ['edge-26.8.3', '0'],
  ['edge-26.8.3', '-3'],
  ['edge-26.8.3', '9ns'],
  ['edge-26.8.3', '3 seconds'],
  ['edge-26.8.3', ''],
  ['edge-26.8.3', '99999999999999999999'],
  ['edge-25.1.1', '3s'],
  ['edge-24.11.8', '3s'],
])('%s reports a period of %j', (release, annotation) => {
  expect(
    codes(
      service({}, { 'mirror.linkerd.io/probe-period': annotation }),
      releaseNamed(release, release).facts,
    ),
  ).toEqual(['error LINK_PROBE_PERIOD']);
});
