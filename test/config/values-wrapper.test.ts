import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../lib/config/load-config.js';
import { exampleFolder } from '../support/example-folder.js';

const fleet = 'name: example\nlinkerd: { release: edge-26.8.2 }\nclusters: { a: {}, b: {} }\n';

function load(values: Readonly<Record<string, string>>, more = ''): ReturnType<typeof loadConfig> {
  return loadConfig(exampleFolder({ 'fleet.yaml': fleet + more, ...values }));
}

function told(values: Readonly<Record<string, string>>, more = ''): string[] {
  return load(values, more).diagnostics.map((d) => `${d.severity} ${d.code} ${d.line ?? '?'}`);
}

describe('values files', () => {
  it('hold the chart values bare when no file has the wrapper', () => {
    expect(load({ 'a-values.yaml': 'revisionHistoryLimit: 3\n' }).config?.clusters.get('a')?.values).toEqual({
      revisionHistoryLimit: 3,
    });
  });

  it('are all umbrella files when one is, with keys of other charts beside the wrapper', () => {
    const { config, diagnostics } = load({
      'values.yaml': 'linkerd-multicluster:\n  revisionHistoryLimit: 3\n',
      'a-values.yaml': 'clusterName: a\notherChart: { x: 1 }\n',
    });
    expect(diagnostics).toEqual([]);
    expect(config?.clusters.get('a')?.values).toEqual({});
  });

  it('take the wrapper that the fleet file names', () => {
    const { config, diagnostics } = load(
      { 'a-values.yaml': 'mc:\n  revisionHistoryLimit: 3\n' },
      'wrapper: mc\n',
    );
    expect(diagnostics).toEqual([]);
    expect(config?.clusters.get('a')?.values).toEqual({ revisionHistoryLimit: 3 });
  });

  it('may be empty', () => {
    expect(
      told({
        'values.yaml': '',
        'a-values.yaml': '# nothing yet\n',
        'b-values.yaml': 'linkerd-multicluster:\n',
      }),
    ).toEqual([]);
  });

  it.each([
    'linkerd-multi-cluster',
    'linkerdMulticluster',
    'linkerd_multicluster',
    'Linkerd-Multicluster',
    'linkerd-multiclutser',
  ])('reports %s, nearly the wrapper', (key) => {
    expect(told({ 'a-values.yaml': `${key}:\n  revisionHistoryLimit: 3\n` })).toEqual([
      'error VALUES_WRAPPER 1',
    ]);
    expect(told({ 'values.yaml': 'linkerd-multicluster: {}\n', 'a-values.yaml': `${key}: {}\n` })).toEqual([
      'error VALUES_WRAPPER 1',
    ]);
  });

  it.each(['linkerd-multiclustr', 'linkerd_multicluster', 'LinkerdMulticluster', 'linkerd-multiclusters'])(
    'reports %s beside the wrapper',
    (key) => {
      expect(told({ 'values.yaml': `linkerd-multicluster: {}\n${key}: { gateway: {} }\n` })).toEqual([
        'error VALUES_WRAPPER 2',
      ]);
    },
  );

  it('take a key beside the wrapper that is like it for that of another chart', () => {
    for (const key of ['linkerd-multicluster-link', 'linkerd-multicluster2', 'linkerd-cluster']) {
      expect(told({ 'values.yaml': `linkerd-multicluster: {}\n${key}: { a: b }\n` })).toEqual([]);
    }
    expect(told({ 'values.yaml': 'mesh-a: {}\nmesh-b: {}\n' }, 'wrapper: mesh-a\n')).toEqual([]);
  });

  it('reports the usual wrapper where the fleet file names another', () => {
    expect(told({ 'a-values.yaml': 'linkerd-multicluster: {}\n' }, 'wrapper: mc\n')).toEqual([
      'error VALUES_WRAPPER 1',
    ]);
  });

  it('reports bare values among umbrella files, and warns of values beside the wrapper', () => {
    expect(
      told({ 'values.yaml': 'linkerd-multicluster: {}\n', 'a-values.yaml': 'gateway: { replicas: 2 }\n' }),
    ).toEqual(['error VALUES_OUTSIDE_WRAPPER 1']);
    expect(told({ 'values.yaml': 'linkerd-multicluster: {}\nnodeSelector: { a: b }\n' })).toEqual([
      'warning VALUES_OUTSIDE_WRAPPER 2',
    ]);
  });

  it('are read by the rules of YAML 1.1, as Helm does', () => {
    const { config } = load({
      'a-values.yaml':
        'enablePodAntiAffinity: on\ngateway: { UID: 02103, replicas: "2" }\npodLabels: { day: 2026-01-01 }\n',
    });
    expect(config?.clusters.get('a')?.values).toEqual({
      enablePodAntiAffinity: true,
      gateway: { UID: 1091, replicas: '2' },
      podLabels: { day: '2026-01-01' },
    });
  });

  it.each([
    ['gateway: { UID: 02103 }', '`02103` is read as the number 1091'],
    ['revisionHistoryLimit: 0x10', '`0x10` is read as the number 16'],
    ['revisionHistoryLimit: 1_000', '`1_000` is read as the number 1000'],
    ['revisionHistoryLimit: 1e1', '`1e1` is read as the number 10'],
    ['localServiceMirror: { resources: { requests: { cpu: 0100 } } }', '`0100` is read as the number 64'],
    ['podAnnotations: { on: x }', 'the key `on` is read as `true`'],
    ['podAnnotations: { 0644: x }', 'the key `0644` is read as `420`'],
  ])('warn of what is converted without a word: %s', (text, message) => {
    for (const [values, line] of [
      [`${text}\n`, 1],
      [`linkerd-multicluster:\n  ${text}\n`, 2],
    ] as const) {
      expect(load({ 'a-values.yaml': values }).diagnostics).toMatchObject([
        { code: 'VALUES_CONVERTED', severity: 'warning', message, line },
      ]);
    }
  });

  it('say nothing of plain numbers, quoted words, and the values of other charts', () => {
    const sound = [
      'podAnnotations: { "on": x, 8080: x, true: x, a: "0644" }',
      'gateway: { replicas: 2, UID: 0 }',
      'localServiceMirror: { resources: { requests: { cpu: 0.5, memory: 1Gi } } }',
      'commonLabels: { commit: 0a1e3f }',
    ];
    for (const text of sound) expect(told({ 'a-values.yaml': `${text}\n` }), text).toEqual([]);
    expect(told({ 'a-values.yaml': 'linkerd-multicluster: {}\nother: { defaultMode: 0644 }\n' })).toEqual([]);
  });

  it('show a value at its own line where its key is converted', () => {
    const { diagnostics } = load({ 'a-values.yaml': 'podAnnotations:\n  a: b\n  n: y\n' });
    expect(diagnostics.map(({ code, line }) => `${code} ${line ?? 0}`).sort()).toEqual([
      'CONFIG_TYPE 3',
      'VALUES_CONVERTED 3',
    ]);
  });

  it('keep their mistakes in view while the fleet file has some', () => {
    const files = { 'fleet.yaml': `${fleet}nam: x\n`, 'a-values.yaml': 'gatewayPort: 1\n' };
    expect(loadConfig(exampleFolder(files)).diagnostics.map((d) => d.code)).toEqual([
      'CONFIG_UNKNOWN_KEY',
      'CONFIG_UNKNOWN_KEY',
    ]);
  });

  it('never show a secret that stands in the wrong place', () => {
    const token = `eyJhbGciOiJSUzI1NiJ9.${Buffer.from('{"sub":"system:serviceaccount:x:y"}').toString('base64url')}.${'c2ln'.repeat(20)}`;
    const places = [
      `gateway: { port: ${token} }`,
      `gateway: { ${token}: 1 }`,
      `gateway: { serviceType: ${token} }`,
    ];
    const inValues = places.map((text) => load({ 'a-values.yaml': `${text}\n` }).diagnostics);
    const inFleet = [
      `wrapper: [${token}]`,
      `suppress: [{ code: ${token}, reason: x }]`,
      `topology: [{ mesh: { clusters: [a, ${token}] } }]`,
    ];
    for (const diagnostics of [...inValues, ...inFleet.map((text) => load({}, `${text}\n`).diagnostics)]) {
      expect(diagnostics.length).toBeGreaterThan(0);
      expect(JSON.stringify(diagnostics).toLowerCase()).not.toContain(token.slice(0, 24).toLowerCase());
    }
  });
});

describe('spellings from posts, READMEs and other tools', () => {
  it.each([
    ['gatewayPort: 4143', 'write `gateway.port: 4143`'],
    ['gateway: true', 'write `gateway.enabled: true`'],
    ['enableServiceMonitor: true', 'write `enableServiceMonitor` of the cluster in the fleet file'],
    ['gatewayAddress: x', 'write `gateway.address` of the cluster in the fleet file'],
    ['localServiceMirror: { excludeLabels: x }', 'write `excludedLabels`'],
    [
      'controllers: [{ link: { ref: { name: b } }, resources: { cpu: { request: 5m } } }]',
      'write `requests.cpu` and `limits.cpu`',
    ],
    ['gateway: { resources: {} }', 'config.linkerd.io/proxy-cpu-request'],
    ['gateway: { node-port: 1 }', 'write `nodePort`'],
    ['clusterName: a', "put the chart's values under `linkerd-multicluster:`"],
  ])('explains %s in a values file', (text, fix) => {
    const { diagnostics } = load({ 'a-values.yaml': `${text}\n` });
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.fix).toContain(fix);
  });

  it('names no place in another part of the file for a key that means something else there', () => {
    for (const [files, more] of [
      [{ 'a-values.yaml': 'localServiceMirror: { enabled: false }\n' }, ''],
      [{}, 'topology: [{ mesh: { clusters: [a, b], name: x } }]\n'],
    ] as const) {
      const { diagnostics } = load(files, more);
      expect(diagnostics.map(({ code }) => code)).toEqual(['CONFIG_UNKNOWN_KEY']);
      expect(diagnostics[0]?.fix).not.toContain('it belongs at');
    }
  });

  it('names the top of the file for a key of its own', () => {
    const { diagnostics } = load({ 'a-values.yaml': 'gateway: { localServiceMirror: {} }\n' });
    expect(diagnostics[0]?.fix).toBe('it belongs at `localServiceMirror`, at the top of the file');
  });

  it('asks for a number where only a number or nothing is taken', () => {
    const fixOf = (value: string) =>
      load({ 'a-values.yaml': `gateway: { terminationGracePeriodSeconds: ${value} }\n` }).diagnostics[0]?.fix;
    expect(fixOf('"30"')).toBe('write 30, without quotes');
    expect(fixOf('long')).toBe('write a number, or `""`');
  });

  it.each([
    ['a: { gatewayPort: 4143 }', 'write `gateway.port: 4143`'],
    ['a: { gateway: { enabled: true } }', 'a gateway runs'],
    ['a: { gatewayIdentity: x }', 'remove it'],
    ['a: { controllers: [] }', 'remove it'],
    ['a: { remoteMirrorServiceAccountName: x }', 'an account for each cluster'],
    ['a: { nodePort: 30143 }', 'it belongs at `gateway.nodePort`'],
    ['a: { excludeLabels: [] }', '`excludedLabels` of an entry under `topology`'],
    ['a: { serviceMonitor: true }', 'write `enableServiceMonitor: true` in the cluster'],
  ])('explains %s in the fleet file', (cluster, words) => {
    const { diagnostics } = loadConfig(exampleFolder({ 'fleet.yaml': fleet.replace('a: {}', cluster) }));
    expect(diagnostics).toHaveLength(1);
    expect(`${diagnostics[0]?.why ?? ''} ${diagnostics[0]?.fix ?? ''}`).toContain(words);
  });
});
