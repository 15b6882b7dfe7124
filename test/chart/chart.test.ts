import { describe, expect, test } from 'vitest';
import { chartObjects, renderChart } from '../../lib/chart/chart.js';
import type { HelmMap } from '../../lib/helm/value.js';
import { EDGES } from '../../lib/releases/published.js';
import { at, refused, rendered } from '../support/chart.js';

const props = { release: 'edge-26.8.3', namespace: 'linkerd-multicluster', values: {} } as const;
const kinds = (hooks?: 'keep' | 'drop' | 'plain', parity?: 'exact') =>
  chartObjects({ ...props, ...(hooks && { hooks }), ...(parity && { parity }) }).objects.map(
    (object) => object.kind,
  );

describe('hooks', () => {
  test('are dropped unless asked for', () => {
    expect(kinds()).not.toContain('Job');
    expect(kinds()).toHaveLength(25);
  });

  test('come last when kept, as with exact parity', () => {
    expect(kinds('keep').slice(-5)).toStrictEqual([
      'ServiceAccount',
      'Role',
      'RoleBinding',
      'RoleBinding',
      'Job',
    ]);
    expect(kinds(undefined, 'exact')).toStrictEqual(kinds('keep'));
    expect(kinds('drop', 'exact')).toStrictEqual(kinds());
  });

  test('become ordinary objects without hook annotations when plain', () => {
    const { objects } = chartObjects({ ...props, hooks: 'plain' });
    const job = objects.find((object) => object.kind === 'Job');
    expect(job?.metadata.annotations).toStrictEqual({ 'linkerd.io/created-by': 'linkerd/helm edge-26.8.3' });
    expect(kinds('plain')).toHaveLength(30);
  });

  test('are made of any object that the user annotates as one, and an unknown event makes it vanish', () => {
    const service = (event: string) => [
      ...rendered({ gateway: { serviceAnnotations: { 'helm.sh/hook': event } } }).keys(),
    ];
    expect(service('pre-install').indexOf('Service linkerd-gateway')).toBeGreaterThan(
      service('pre-install').indexOf('Server controller'),
    );
    expect(service('someday')).not.toContain('Service linkerd-gateway');
  });
});

test('reports what Helm fails on in a hook that is dropped, whatever was rendered before', () => {
  const paths = (values: HelmMap) => chartObjects({ ...props, values }).diagnostics.map(({ path }) => path);
  const bad = { namespaceMetadata: { tolerations: 'x', nodeSelector: {} } };
  expect([{}, bad, { ...bad, createNamespaceMetadataJob: false }, bad, {}].map(paths)).toStrictEqual([
    [],
    ['namespaceMetadata.tolerations'],
    [],
    ['namespaceMetadata.tolerations'],
    [],
  ]);
});

describe('every edge release', () => {
  test.each(EDGES)('%s renders all there is to render, without a word', (release) => {
    const values = { controllers: [{ link: { ref: { name: 'east' } } }], enablePSP: true };
    const { parts, diagnostics } = renderChart({
      ...props,
      release,
      values: EDGES.indexOf(release) < EDGES.indexOf('edge-25.3.3') ? { enablePSP: true } : values,
    });
    expect(diagnostics).toStrictEqual([]);
    expect(parts.length).toBeGreaterThanOrEqual(20);
  });
});

describe('created-by', () => {
  const createdBy = (values: HelmMap) =>
    rendered(values).get('Deployment linkerd-gateway')?.metadata.annotations?.['linkerd.io/created-by'];

  test.each([
    [{}, 'linkerd/helm edge-26.8.3'],
    [{ linkerdVersion: '1.10' }, 'linkerd/helm 1.10'],
    [{ linkerdVersion: 1.1 }, 'linkerd/helm %!s(float64=1.1)'],
    [{ linkerdVersion: true }, 'linkerd/helm %!s(bool=true)'],
    [{ linkerdVersion: null }, 'linkerd/helm %!s(<nil>)'],
    [{ linkerdVersion: '' }, 'linkerd/helm'],
    [{ image: { version: 'v' } }, 'linkerd/helm v'],
    [{ cliVersion: 'linkerd/cli x' }, 'linkerd/cli x'],
  ] as [HelmMap, string][])('for %j is %s', (values, text) => {
    expect(createdBy(values)).toBe(text);
  });

  test('reports an image that is no table', () => {
    expect(refused({ image: 'x' })).toMatchObject([{ code: 'CHART_HELM_FAILS', path: 'image' }]);
  });
});

test('labels of the user win over those of the chart, on objects but not in selectors', () => {
  const deployment = rendered({ commonLabels: { app: 'mine', a: 1, b: null } }).get(
    'Deployment linkerd-gateway',
  );
  expect(at(deployment, 'metadata.labels')).toMatchObject({ app: 'mine', a: 1, b: null });
  expect(at(deployment, 'spec.selector.matchLabels')).toStrictEqual({ app: 'linkerd-gateway' });
});

test('warns of a value that only a later release knows, naming that release', () => {
  const { objects, diagnostics } = chartObjects({
    ...props,
    release: '2.16',
    values: 'localServiceMirror:\n  replicas: 2\n',
    file: 'values.yaml',
  });
  expect(objects.length).toBeGreaterThan(0);
  expect(diagnostics).toMatchObject([
    {
      code: 'CHART_VALUE_LATER',
      severity: 'warning',
      path: 'localServiceMirror',
      file: 'values.yaml',
      line: 1,
    },
  ]);
  expect(diagnostics[0]?.why).toContain('edge-24.11.2 (2.17)');
});

test('warns of it in each controller, and not of an empty table', () => {
  const values =
    'controllers:\n- link: {ref: {name: a}}\n- link: {ref: {name: b}}\n  nodeAffinity: {x: [1]}\n' +
    'controllerDefaults:\n  nodeAffinity: {x: y}\n';
  const told = (release: string, text = values) =>
    chartObjects({ ...props, release, values: text, file: 'values.yaml' }).diagnostics.map(
      ({ code, path = '', line = 0 }) => `${code} ${path}:${line}`,
    );
  const both = [
    'CHART_VALUE_LATER controllers[1].nodeAffinity:4',
    'CHART_VALUE_LATER controllerDefaults.nodeAffinity:6',
  ];
  expect(told('2.18')).toEqual(both);
  expect(told('edge-25.5.3')).toEqual(both);
  expect(told('edge-25.5.4')).toEqual([]);
  expect(told('2.18', 'controllerDefaults: {nodeAffinity: {}}\n')).toEqual([]);
  expect(told('2.17')).toEqual(['CHART_VALUE_LATER controllers:1', 'CHART_VALUE_LATER controllerDefaults:5']);
});

test('reports a release that does not exist, and renders nothing', () => {
  expect(refused({}, { release: 'edge-25.4.44' })).toMatchObject([{ code: 'RELEASE_UNPUBLISHED' }]);
});

describe('what types alone forbid', () => {
  const told = (given: object) =>
    chartObjects({ ...props, ...given }).diagnostics.map(({ code, path = '' }) => `${code} ${path}`.trim());

  test.each([null, undefined])('%s stands for no values', (values) => {
    const { objects, diagnostics } = chartObjects({ ...props, values });
    expect(diagnostics).toEqual([]);
    expect(objects).toEqual(chartObjects({ ...props, values: {} }).objects);
  });

  const endless: Record<string, unknown> = {};
  endless.a = [endless];
  test.each([
    [[], ''],
    [5, ''],
    [() => ({}), ''],
    [new Map(), ''],
    [endless, ''],
    [{ gateway: { port: NaN } }, 'gateway.port'],
    [{ gateway: { port: Infinity } }, 'gateway.port'],
    [{ podLabels: { a: new Date(0) } }, 'podLabels.a'],
    [{ controllers: [{ link: { ref: { name: () => 'a' } } }] }, 'controllers[0].link.ref.name'],
    [{ tolerations: [undefined] }, 'tolerations[0]'],
  ])('reports values that no values file can hold: %j', (values, path) => {
    expect(told({ values })).toEqual([`VALUES_UNREADABLE ${path}`.trim()]);
  });

  test.each([2.2, null, {}])('reports %j, which is no release', (release) => {
    expect(told({ release })).toEqual(['RELEASE_MALFORMED']);
  });

  test('reports a namespace without a name', () => {
    expect(told({ namespace: '' })).toEqual(['CHART_HELM_FAILS namespace']);
  });
});

test('leaves keys without a value out, unless parity is exact', () => {
  const values = { gateway: { replicas: null, nodeSelector: { a: null, b: 'c' } }, podLabels: { d: null } };
  const found = (parity?: 'exact') => {
    const { objects } = chartObjects({ ...props, values, ...(parity && { parity }) });
    return objects.find(
      (object) => object.kind === 'Deployment' && object.metadata.name === 'linkerd-gateway',
    );
  };
  expect(at(found(), 'spec')).not.toHaveProperty('replicas');
  expect(at(found(), 'spec.template.spec.nodeSelector')).toStrictEqual({ b: 'c' });
  expect(JSON.stringify(found())).not.toContain('null');
  expect(at(found('exact'), 'spec')).toHaveProperty('replicas', null);
  expect(at(found('exact'), 'spec.template.metadata.labels')).toHaveProperty('d', null);
  const probe = chartObjects({
    ...props,
    release: '2.18',
    values: { controllers: [{ link: { ref: { name: 'a' } } }] },
  });
  expect(JSON.stringify(probe.objects.filter((object) => object.kind === 'Service'))).not.toContain('null');
});

test('names the template and the controller of each object', () => {
  const { parts } = renderChart({ ...props, values: { controllers: [{ link: { ref: { name: 'east' } } }] } });
  const probe = parts.find((part) => part.object.metadata.name === 'probe-east');
  expect(probe).toMatchObject({ template: 'controller/probe-svc.yaml', controller: 'east' });
  expect(parts.find((part) => part.object.kind === 'CustomResourceDefinition')?.template).toBe(
    'link-crd.yaml',
  );
});

test('gives the same objects for an object and for its text', () => {
  const values = { gateway: { port: 4144 }, podLabels: { a: 'yes' } };
  expect(chartObjects({ ...props, values: JSON.stringify(values) }).objects).toStrictEqual(
    chartObjects({ ...props, values }).objects,
  );
});

test('does not change the values it is given', () => {
  const values = {
    gateway: { name: null, probe: { port: 1 } },
    controllers: [{ link: { ref: { name: 'a' } } }],
  };
  const before = structuredClone(values);
  chartObjects({ ...props, values });
  expect(values).toStrictEqual(before);
});

test.each([
  { partials: 1 },
  { partials: null },
  { gateway: null },
  { commonLabels: ['a'] },
  { controllers: [{ link: { ref: { name: 'a' } } }], controllerDefaults: null },
])('reports %j, on which Helm fails', (values) => {
  expect(refused(values as never).length).toBeGreaterThan(0);
});

test('a number of --set keeps its digits', () => {
  const args = (retryLimit: number | bigint) =>
    at(
      rendered({ controllers: [{ link: { ref: { name: 'a' } }, retryLimit }] }).get(
        'Deployment controller-a',
      ),
      'spec.template.spec.containers.0.args',
    );
  expect(args(1000000)).toContain('-event-requeue-limit=1e+06');
  expect(args(1000000n)).toContain('-event-requeue-limit=1000000');
});
