import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { ownFleet } from '../support/linker/fleets.js';
import { folder, write, writeFleet } from '../support/check-folder.js';
import { found, told } from './foreign-folder.js';

describe('values of an umbrella chart', () => {
  const values = (text: string, release = 'edge-26.8.3') =>
    told({ folders: [], values: [`west=${write('values.yaml', text)}`], release });

  it('may hold the condition of the dependency', () => {
    expect(values('linkerd-multicluster:\n  enabled: true\n  gateway: { enabled: false }\n')).toEqual([]);
  });

  it('may stand under an alias of the chart', () => {
    expect(values('mesh:\n  gateway: { enabled: false }\n  revisionHistoryLimit: 3\n')).toEqual([]);
  });

  it('may be those of other charts alone', () => {
    expect(values('linkerd-viz: { prometheus: {} }\nlinkerd-control-plane: {}\n')).toEqual([]);
  });

  it('reports an unknown key beside values of the chart', () => {
    expect(values('gatewayPort: 4143\ngateway: { enabled: false }\n')).toEqual([
      'CONFIG_UNKNOWN_KEY values.yaml',
    ]);
  });

  it('only warns of keys that Helm passes over', () => {
    const severities = (text: string) =>
      found({ folders: [], values: [`west=${write('values.yaml', text)}`], release: 'edge-26.8.3' })
        .filter(({ severity }) => severity !== 'info')
        .map(({ code, severity, path = '' }) => `${severity} ${code} ${path}`);
    expect(severities('gatewayPort: 4143\ngateway: { enable: false }\n')).toEqual([
      'warning CONFIG_UNKNOWN_KEY gatewayPort',
      'warning CONFIG_UNKNOWN_KEY gateway.enable',
    ]);
    expect(severities('linkerd-multiclustr:\n  gateway: { port: 4143 }\n')).toEqual([
      'warning VALUES_WRAPPER linkerd-multiclustr',
    ]);
    expect(severities('gateway: { tolerations: [{ kye: dedicated }] }\n')).toEqual([
      'error CONFIG_UNKNOWN_KEY gateway.tolerations[0].kye',
    ]);
  });

  it('reports a value that Helm cannot render once, at its place', () => {
    expect(values('linkerd-multicluster:\n  gateway: true\n')).toEqual(['CONFIG_TYPE values.yaml']);
  });
});

it('reports a release among the facts that is none, and goes by the manifests', () => {
  const fleet = ownFleet();
  fleet.set(fleet.find('west', 'Service', 'probe-east'), 'spec.ports.0.port', 4191);
  writeFleet(fleet);
  const facts = write('facts.yaml', 'linkerd:\n  release: latest\n');
  const place = (code: string) => found({ fleet: facts }).find((each) => each.code === code);
  expect(place('CONFIG_FORMAT')).toMatchObject({ severity: 'error', file: facts, line: 2, column: 12 });
  expect(place('PROBE_SERVICE_PORT')).toBeDefined();
});

describe('values inside objects of Argo CD and Flux', () => {
  const inside = (object: object) => {
    const file = write('argocd/app.yaml', stringify(object));
    return found({ folders: [], argocd: [file] })
      .filter(({ severity }) => severity !== 'info')
      .map(({ code, line = 0, path = '' }) => `${code} ${line} ${path}`);
  };
  const source = (helm: object, version = '2026.8.3') => ({
    repoURL: 'https://helm.linkerd.io/edge',
    chart: 'linkerd-multicluster',
    targetRevision: version,
    helm,
  });
  const application = (spec: object) => ({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'mesh', namespace: 'argocd' },
    spec,
  });

  it('reports what the chart cannot take from an Application', () => {
    const object = application({ source: source({ valuesObject: { gateway: true, gatewayPort: 4143 } }) });
    expect(inside(object)).toEqual(['CONFIG_TYPE 13 gateway', 'CONFIG_UNKNOWN_KEY 14 gatewayPort']);
  });

  it('only warns of keys that Helm passes over', () => {
    const severities = (helm: object) => {
      const file = write('argocd/app.yaml', stringify(application({ source: source(helm) })));
      return found({ folders: [], argocd: [file] }).map(({ severity, code }) => `${severity} ${code}`);
    };
    expect(severities({ valuesObject: { gatewayPort: 4143 } })).toEqual(['warning CONFIG_UNKNOWN_KEY']);
    expect(severities({ values: 'gateway: { prot: 4143 }\n' })).toEqual(['warning CONFIG_UNKNOWN_KEY']);
    expect(severities({ valuesObject: { gateway: true } })).toEqual(['error CONFIG_TYPE']);
  });

  it.each([
    ['plain YAML', (object: object) => stringify(object), 16, 11],
    ['YAML of any kind', (object: object) => `%YAML 1.2\n---\n${stringify(object)}`, 18, 11],
    ['JSON', (object: object) => JSON.stringify(object, undefined, 2), 18, 13],
  ])('reports a key that nothing reads at the key, in %s', (_, textOf, line, column) => {
    const valuesObject = { gateway: { enabled: true, name: 'gw', prot: 4143 } };
    const file = write('argocd/app.yaml', textOf(application({ source: source({ valuesObject }) })));
    expect(found({ folders: [], argocd: [file] })).toMatchObject([
      { code: 'CONFIG_UNKNOWN_KEY', path: 'gateway.prot', line, column },
    ]);
  });

  it('reports what stands in a text of values, at its line and column', () => {
    const object = application({ sources: [source({ values: 'gateway:\n  enable: true\n' })] });
    expect(inside(object)).toEqual(['CONFIG_UNKNOWN_KEY 14 gateway.enable']);
    expect(found({ folders: [], argocd: [join(folder, 'argocd/app.yaml')] })).toMatchObject([{ column: 13 }]);
  });

  it('reports what stands in a text at the text where that is no block', () => {
    const object = application({ sources: [source({ values: 'gateway:\n  enable: true\n' })] });
    const json = write('argocd/app.json', JSON.stringify(object, undefined, 2));
    const [problem] = found({ folders: [], argocd: [json] });
    expect(problem).toMatchObject({ code: 'CONFIG_UNKNOWN_KEY', line: 15, column: 21 });
  });

  it('reports places beside a finding in a text where they are', () => {
    const text = stringify(application({ source: source({ values: 'VALUES' }) }));
    const block = '|\n            gateway: {}\n            gateway: {}\n';
    const file = write('argocd/app.yaml', text.replace('VALUES\n', block));
    const [problem] = found({ folders: [], argocd: [file] });
    expect(problem).toMatchObject({
      code: 'YAML_DUPLICATE_KEY',
      line: 14,
      column: 13,
      related: [{ file, line: 13, column: 13 }],
    });
  });

  it('takes no text to task for what an ApplicationSet makes of it', () => {
    const templated = (values: string) =>
      inside({
        ...application({}),
        kind: 'ApplicationSet',
        spec: { template: { spec: { source: source({ values }) } } },
      });
    const guarded = '{{- if eq .name "hub" }}\nremoteMirrorServiceAccountName: a,b\n{{- end }}\n';
    expect(
      templated(`gateway:\n  enabled: {{ .values.gateway }}\n  port: {{values.port}}\n${guarded}`),
    ).toEqual([]);
    expect(
      templated('controllers:\n{{- range .targets }}\n- link: {ref: {name: {{ . }}}}\n{{- end }}\n'),
    ).toEqual([]);
    expect(templated(`gateway:\n  enable: {{ .values.gateway }}\n${guarded}`)).toEqual([
      'CONFIG_UNKNOWN_KEY 16 gateway.enable',
    ]);
  });

  it('reports a value that the chart’s version does not know yet', () => {
    const object = application({
      source: source({ valuesObject: { gateway: { healthCheckNodePort: 30555 } } }, '2025.4.4'),
    });
    expect(inside(object)).toEqual(['CHART_VALUE_LATER 14 gateway.healthCheckNodePort']);
  });

  describe('that Helm fails on', () => {
    const failing = (values: object, version?: string) =>
      inside(application({ source: source({ valuesObject: values }, version) }));

    it.each([
      ['gateway', { gateway: null }, 'CHART_HELM_FAILS 13 gateway'],
      ['the probe of the gateway', { gateway: { probe: null } }, 'CHART_HELM_FAILS 14 gateway.probe'],
      ['the local service mirror', { localServiceMirror: null }, 'CHART_HELM_FAILS 13 localServiceMirror'],
    ])('are reported where they empty %s', (_, values, told) => {
      expect(failing(values)).toEqual([told]);
      expect(inside(application({ source: source({ values: stringify(values) }) }))).toEqual([told]);
    });

    it('are reported of defaults that an entry of `controllers` reads', () => {
      const link = { ref: { name: 'east' } };
      const values = { controllers: [{ link }], controllerDefaults: null };
      expect(failing(values)).toContain('CHART_HELM_FAILS 17 controllerDefaults');
      expect(failing({ ...values, controllers: [] })).toEqual([]);
    });

    it('are reported beside keys that Helm passes over', () => {
      expect(failing({ gateway: null, gatewayPort: 1 })).toEqual([
        'CHART_HELM_FAILS 13 gateway',
        'CONFIG_UNKNOWN_KEY 14 gatewayPort',
      ]);
    });

    it('are no mistakes where something lays others over them, or fills them in', () => {
      const parameters = [{ name: 'gateway.enabled', value: 'false' }];
      expect(
        inside(application({ source: source({ valuesObject: { gateway: null }, parameters }) })),
      ).toEqual([]);
      expect(failing({ gateway: null, podLabels: { '{{ key }}': 'x' } })).toEqual([]);
      const values = 'gateway:\n{{ toYaml .values.gateway | nindent 2 }}\n';
      expect(inside(application({ source: source({ values }) }))).toEqual([]);
    });
  });

  it.each([
    ['30.10.0', 'imagePullSecrets'],
    ['30.11.6', 'imagePullSecrets'],
    ['30.11.11', 'revisionHistoryLimit'],
    ['30.12.19-edge', 'revisionHistoryLimit'],
  ])('are judged as those of chart %s', (version, value) => {
    const values = { imagePullSecrets: [{ name: 'pull' }], revisionHistoryLimit: 3 };
    const told = inside(application({ source: source({ valuesObject: values }, version) }));
    expect(told.map((each) => each.replace(/ \d+ /, ' '))).toContain(`CHART_VALUE_LATER ${value}`);
    expect(told).toHaveLength(value === 'imagePullSecrets' ? 2 : 1);
  });

  it('reports values of an umbrella chart in the template of an ApplicationSet, but not what it fills in', () => {
    const valuesObject = {
      clusterName: '{{ name }}',
      'linkerd-multicluster': { gateway: { nodePort: '{{ port }}', prot: 4143 }, enabled: true },
    };
    const { spec } = application({ source: { path: 'tools/mesh', helm: { valuesObject } } });
    const object = {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'ApplicationSet',
      metadata: { name: 'mesh', namespace: 'argocd' },
      spec: { template: { spec } },
    };
    expect(inside(object)).toEqual([expect.stringMatching(/^CONFIG_UNKNOWN_KEY \d+ gateway.prot$/)]);
  });

  it('reports values of a HelmRelease, of this chart alone', () => {
    const release = (chart: string) => ({
      apiVersion: 'helm.toolkit.fluxcd.io/v2',
      kind: 'HelmRelease',
      metadata: { name: 'mesh', namespace: 'linkerd-multicluster' },
      spec: { chart: { spec: { chart, version: '2026.8.3' } }, values: { gateway: true } },
    });
    expect(inside(release('linkerd-multicluster'))).toEqual(['CONFIG_TYPE 12 gateway']);
    expect(inside(release('redis'))).toEqual([]);
  });
});
