import { describe, expect, test } from 'vitest';
import type { HelmValue } from '../../lib/helm/value.js';
import { at, refused, rendered } from '../support/chart.js';

const entry = (own: Record<string, HelmValue> = {}, name: HelmValue = 'east') => ({
  link: { ref: { name } },
  ...own,
});
const chart = (
  own: Record<string, HelmValue>,
  others: Record<string, HelmValue> = {},
  release = 'edge-26.8.3',
) => rendered({ controllers: [entry(own)], ...others }, { release });

describe('a controller', () => {
  test('takes what its entry has, null included, and the defaults for the rest', () => {
    const objects = chart(
      { replicas: null, logLevel: 'debug' },
      { controllerDefaults: { logFormat: 'json' } },
    );
    const deployment = objects.get('Deployment controller-east');
    expect(at(deployment, 'spec.replicas')).toBeNull();
    expect(at(deployment, 'spec.template.spec.containers.0.args')).toStrictEqual([
      'service-mirror',
      '-log-level=debug',
      '-log-format=json',
      '-event-requeue-limit=3',
      '-namespace=linkerd-multicluster',
      '-enable-pprof=false',
      '-probe-service=probe-east',
      'east',
    ]);
  });

  test('tells zero from negative zero, as Helm prints both', () => {
    const objects = rendered({
      controllers: [entry({ logLevel: 0 }, 'a'), entry({ logLevel: -0 }, 'b')],
    });
    const argument = (name: string) =>
      at(objects.get(`Deployment controller-${name}`), 'spec.template.spec.containers.0.args.1');
    expect([argument('a'), argument('b')]).toStrictEqual(['-log-level=0', '-log-level=-0']);
  });

  test('takes halves of an image from the defaults', () => {
    const image = (own: HelmValue) =>
      at(chart({ image: own }).get('Deployment controller-east'), 'spec.template.spec.containers.0.image');
    expect(image({ name: 'x' })).toBe('x:edge-26.8.3');
    expect(image({ version: '1.10' })).toBe('cr.l5d.io/linkerd/controller:1.10');
    expect(image({ version: 1.1 })).toBe('cr.l5d.io/linkerd/controller:1.1');
  });

  test('is named in text, and labelled by a number when its name looks like one', () => {
    const objects = rendered({ controllers: [entry({}, '123')] });
    expect(at(objects.get('Deployment controller-123'), 'metadata.labels')).toMatchObject({
      'mirror.linkerd.io/cluster-name': 123,
    });
    expect(at(objects.get('Role controller-read-remote-creds-123'), 'rules.0.resourceNames')).toStrictEqual([
      'cluster-credentials-123',
    ]);
  });

  test('stands in the order of the list, or of the keys of a table', () => {
    const table = { b: entry({}, 'b'), '10': entry({}, 'ten'), a: entry({}, 'a'), '9': entry({}, 'nine') };
    const names = [...rendered({ controllers: table }).keys()].filter((key) =>
      key.startsWith('Deployment controller'),
    );
    expect(names.map((key) => key.replace('Deployment controller-', ''))).toStrictEqual([
      'ten',
      'nine',
      'a',
      'b',
    ]);
  });

  test.each([
    [{ enablePodAntiAffinity: true }, {}, true, true],
    [{}, { enablePodAntiAffinity: true }, false, true],
    [{ enablePodAntiAffinity: false }, { enablePodAntiAffinity: true }, false, false],
    [{}, { controllerDefaults: { enablePodAntiAffinity: true } }, true, false],
  ])('with %j and %j has affinity: %s, a budget: %s', (own, others, hasAffinity, hasBudget) => {
    const objects = chart(own, others);
    const pod = at(objects.get('Deployment controller-east'), 'spec.template.spec');
    expect(pod !== undefined && Object.hasOwn(pod as object, 'affinity')).toBe(hasAffinity);
    expect(objects.has('PodDisruptionBudget controller-east')).toBe(hasBudget);
  });

  test('reports anti-affinity before edge-25.5.4, where the chart cannot render it', () => {
    const values = { controllers: [entry()], enablePodAntiAffinity: true };
    expect(refused(values, { release: '2.18' })).toMatchObject([
      { code: 'CHART_HELM_FAILS', path: 'controllers[0].enablePodAntiAffinity' },
    ]);
  });

  test.each([
    [[{}], 'controllers[0].link.ref.name', 'required'],
    [[entry({}, false)], 'controllers[0].link.ref.name', 'required'],
    [[null], 'controllers[0]', 'fields of each entry'],
    [[entry({ image: null })], 'controllers[0].image', 'dig'],
    [[entry({ gateway: { probe: null } })], 'controllers[0].gateway.probe', 'dig'],
    [[entry({ image: { version: '' } })], 'controllers[0].image', 'cannot be read'],
    ['east', 'controllers', "range can't iterate"],
  ])('reports %j, on which Helm fails', (controllers, path, why) => {
    const diagnostics = refused({ controllers: controllers as never });
    expect(diagnostics[0]).toMatchObject({ code: 'CHART_HELM_FAILS', path });
    expect(diagnostics[0]?.why).toContain(why);
  });

  test('points at the line of the values file that cannot be rendered', () => {
    const text = 'controllers:\n- link:\n    ref:\n      name: no\n';
    expect(refused(text, { file: 'values.yaml' })).toMatchObject([
      { file: 'values.yaml', line: 4, column: 7 },
    ]);
  });
});
