import { describe, expect, test } from 'vitest';
import { at, refused, rendered } from '../support/chart.js';

const service = (gateway: object, release = 'edge-26.8.3') =>
  rendered({ gateway: gateway as never }, { release }).get('Service linkerd-gateway');
const deployment = (gateway: object) =>
  rendered({ gateway: gateway as never }).get('Deployment linkerd-gateway');

describe('the gateway Service', () => {
  test('has node ports for NodePort and LoadBalancer, and ignores them elsewhere', () => {
    const ports = { nodePort: 30143, probe: { nodePort: 30191 } };
    for (const serviceType of ['NodePort', 'LoadBalancer']) {
      expect(at(service({ ...ports, serviceType }), 'spec.ports.0.nodePort')).toBe(30143);
      expect(at(service({ ...ports, serviceType }), 'spec.ports.1.nodePort')).toBe(30191);
    }
    for (const serviceType of ['ClusterIP', 'nodeport', 'LoadBalancer ']) {
      expect(at(service({ ...ports, serviceType }), 'spec.ports.0')).not.toHaveProperty('nodePort');
    }
  });

  test('says who answers, how to probe it and how often', () => {
    expect(at(service({ probe: { seconds: 1234567, path: '/live' } }), 'metadata.annotations')).toMatchObject(
      {
        'mirror.linkerd.io/gateway-identity':
          'linkerd-gateway.linkerd-multicluster.serviceaccount.identity.linkerd.cluster.local',
        'mirror.linkerd.io/probe-period': '1.234567e+06',
        'mirror.linkerd.io/probe-path': '/live',
      },
    );
  });

  test("lets the user's annotations win over the chart's", () => {
    const annotations = { 'linkerd.io/created-by': 'us', 'mirror.linkerd.io/probe-path': '/x' };
    expect(at(service({ serviceAnnotations: annotations }), 'metadata.annotations')).toMatchObject(
      annotations,
    );
  });

  test('has a health check node port from edge-26.5.1 on', () => {
    expect(at(service({ healthCheckNodePort: 30000 }), 'spec.healthCheckNodePort')).toBe(30000);
    expect(at(service({ healthCheckNodePort: 30000 }, 'edge-26.4.4'), 'spec')).not.toHaveProperty(
      'healthCheckNodePort',
    );
  });

  test.each([
    [
      ['fd00::', '::1'],
      [{ 'fd00:': null }, '::1'],
    ],
    [{ b: '2.2.2.2/32', a: '1.1.1.1/32' }, ['1.1.1.1/32', '2.2.2.2/32']],
    [[{ b: 2, a: 1 }], ['map[a:1 b:2]']],
    [
      [null, 'a #b'],
      [null, 'a'],
    ],
  ])('takes source ranges %j for %j', (given, placed) => {
    expect(at(service({ loadBalancerSourceRanges: given }), 'spec.loadBalancerSourceRanges')).toStrictEqual(
      placed,
    );
  });

  test.each([
    ['serviceType', 1, 'incompatible types'],
    ['loadBalancerSourceRanges', '10.0.0.0/8', "range can't iterate"],
    ['loadBalancerIP', 'fd00::', 'cannot be read'],
    ['probe', null, 'nil pointer'],
    ['serviceAnnotations', { a: ['b'] }, 'no text'],
    ['serviceAnnotations', ['a'], 'keys and values'],
  ])('reports %s: %j, on which Helm fails', (key, value, why) => {
    const [diagnostic] = refused({ gateway: { [key]: value as never } });
    expect(diagnostic).toMatchObject({ code: 'CHART_HELM_FAILS', severity: 'error' });
    expect(diagnostic?.why).toContain(why);
  });
});

describe('the gateway Deployment', () => {
  test.each([
    ['8080', 8080],
    ['yes', true],
    ['0x10', 16],
    ['3s', '3s'],
    ['info # quiet', 'info'],
    ['', null],
    [null, null],
    [0, 0],
    [2.5, 2.5],
  ])('takes replicas %j for %j, as a template retypes text', (given, placed) => {
    expect(at(deployment({ replicas: given }), 'spec.replicas')).toStrictEqual(placed);
  });

  test('leaves out a grace period of 0, and writes one of "0"', () => {
    const spec = (terminationGracePeriodSeconds: unknown) =>
      at(deployment({ terminationGracePeriodSeconds }), 'spec.template.spec');
    expect(spec(0)).not.toHaveProperty('terminationGracePeriodSeconds');
    expect(spec('0')).toHaveProperty('terminationGracePeriodSeconds', 0);
  });

  test.each([
    ['x', /^Helm fails/],
    ['#c\n', /cannot be told for certain/],
    ['a\nb', /cannot be told for certain/],
  ])('says of tolerations %j no more than is certain', (tolerations, why) => {
    const diagnostics = refused({ gateway: { tolerations: tolerations as never } });
    expect(diagnostics.map((each) => each.why)).toEqual([expect.stringMatching(why)]);
  });

  test('spills a table of tolerations into the pod spec', () => {
    expect(at(deployment({ tolerations: { key: 'a' } }), 'spec.template.spec')).toMatchObject({
      tolerations: null,
      key: 'a',
    });
  });

  test('is there for any text, even "false"', () => {
    expect(deployment({ enabled: 'false' })).toBeDefined();
    for (const enabled of [false, null, 0, '', [], {}]) expect(deployment({ enabled })).toBeUndefined();
  });

  test('loses a whole block of labels to one character that YAML forbids', () => {
    const objects = rendered({ podLabels: { a: 'b', c: 'd\u007f' } });
    expect(at(objects.get('Deployment linkerd-gateway'), 'spec.template.metadata.labels')).not.toHaveProperty(
      'a',
    );
    expect(rendered({ podLabels: 'd\u007f' }).size).toBe(objects.size);
  });
});
