import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Diagnostic } from '../../lib/diagnostics/diagnostic.js';
import { checkManifests, type CheckManifestsOptions } from '../../lib/pipeline/check-manifests.js';
import { ownFleet, type TestFleet } from '../support/linker/fleets.js';
import { remoteAccess } from '../support/linker/own-fleet.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linkspan-foreign-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function writeFleet(fleet: TestFleet): void {
  for (const [name, objects] of Object.entries(fleet.clusters)) {
    write(`${name}/all.yaml`, objects.map((object) => stringify(object)).join('---\n'));
  }
}

function found(options: Partial<CheckManifestsOptions> = {}): readonly Diagnostic[] {
  const result = checkManifests({ folders: [folder], clusters: [], argocd: [], ...options });
  if (result.usage !== undefined) throw new Error(result.usage);
  return result.diagnostics;
}

/** Code and file of what was found, from warnings on, and of every template. */
function told(options?: Partial<CheckManifestsOptions>): string[] {
  return found(options)
    .filter(({ code, severity }) => severity !== 'info' || code === 'FILE_TEMPLATE')
    .map(({ code, file }) => `${code} ${file?.slice(folder.length + 1) ?? ''}`);
}

describe('a Helm chart among the manifests', () => {
  const guarded = '{{- if eq .Values.clusterName "west" }}\nkind: Link\n{{- end }}\n';

  it('is told of once, however many templates it has', () => {
    writeFleet(ownFleet());
    write(
      'west/chart/Chart.yaml',
      'name: mesh\ndependencies: [{ name: linkerd-multicluster, version: 2026.8.2 }]\n',
    );
    write('west/chart/templates/link.yaml', `# linkerd\n${guarded}`);
    write('west/chart/templates/more/secret.yaml', `# linkerd\n${guarded}---\n${guarded}`);
    expect(told()).toEqual(['FILE_TEMPLATE west/chart/Chart.yaml']);
    const chart = found().find(({ code }) => code === 'FILE_TEMPLATE');
    expect(chart?.message).toBe(
      'this is a Helm chart (2 templates, linkerd-multicluster 2026.8.2); what it renders is not checked',
    );
  });

  it('is not judged by values in quotes that Helm fills in', () => {
    const fleet = ownFleet();
    fleet.set(fleet.link, 'spec.gatewayPort', '{{ .Values.port }}');
    write('west/Chart.yaml', 'name: mesh\n');
    write('west/templates/link.yaml', stringify(fleet.link));
    expect(told()).toEqual(['FILE_TEMPLATE west/Chart.yaml']);
  });

  it('is passed over in silence when it has nothing to do with Linkerd', () => {
    writeFleet(ownFleet());
    write('west/chart/Chart.yaml', 'name: shop\n');
    write('west/chart/templates/deployment.yaml', guarded);
    expect(told()).toEqual([]);
  });

  it('does not hide objects that its templates spell out', () => {
    const fleet = ownFleet();
    fleet.set(fleet.link, 'spec.gatewayPort', 'high');
    write('west/Chart.yaml', 'name: mesh\n');
    write('west/templates/link.yaml', stringify(fleet.link));
    expect(told()).toContain('LINK_PORT_FORM west/templates/link.yaml');
  });
});

it('takes an action without quotes for a template, not for a field of the wrong type', () => {
  writeFleet(ownFleet());
  write(
    'west/namespace.yaml',
    'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: {{ .Release.Namespace }}\n---\na: {{ .b }}\n',
  );
  expect(told()).toEqual(['FILE_TEMPLATE west/namespace.yaml']);
});

describe('a kustomization', () => {
  const patch = stringify({
    apiVersion: 'multicluster.linkerd.io/v1alpha3',
    kind: 'Link',
    metadata: { name: 'east' },
    spec: { gatewayAddress: 'other.example.com' },
  });

  it.each([
    ['patches', 'patches: [{ path: patch.yaml }, { patch: "- op: add" }]'],
    ['patchesStrategicMerge', 'patchesStrategicMerge: [patch.yaml]'],
  ])('is not judged by its files under %s', (_, line) => {
    writeFleet(ownFleet());
    write('west/overlay/kustomization.yaml', `resources: [../all.yaml]\n${line}\n`);
    write('west/overlay/patch.yaml', patch);
    expect(told()).toEqual(['FILE_TEMPLATE west/overlay/kustomization.yaml']);
  });

  it('is silent when it changes nothing', () => {
    writeFleet(ownFleet());
    write('west/kustomization.yaml', 'resources: [all.yaml]\n');
    expect(told()).toEqual([]);
  });
});

describe('placeholders', () => {
  it('are told as a fact that is missing, not as mistakes', () => {
    const fleet = ownFleet();
    fleet.set(fleet.link, 'spec.gatewayAddress', '${GATEWAY}');
    fleet.set(fleet.link, 'spec.gatewayPort', '${PORT:=30143}');
    fleet.set(fleet.gateway, 'spec.ports.0.nodePort', '${NODE_PORT}');
    writeFleet(fleet);
    expect(told()).toEqual([]);
    expect(found().map(({ message }) => message)).toContain(
      'cannot tell what placeholders such as `${NAME}` stand for: west',
    );
  });

  it('are no node ports left open', () => {
    const fleet = ownFleet();
    fleet.set(fleet.gateway, 'spec.ports.0.nodePort', '${NODE_PORT}');
    writeFleet(fleet);
    expect(told()).toEqual([]);
  });

  it('do not hide what is wrong beside them', () => {
    const fleet = ownFleet();
    fleet.set(fleet.link, 'spec.gatewayAddress', '${GATEWAY}');
    fleet.set(fleet.link, 'spec.gatewayPort', '4143');
    writeFleet(fleet);
    expect(told()).toEqual(['GATEWAY_PORT_MISMATCH west/all.yaml']);
  });
});

describe('objects without a namespace', () => {
  it('stand where the rest of the extension does', () => {
    const fleet = ownFleet();
    fleet.set(fleet.link, 'metadata.namespace', undefined);
    fleet.set(
      fleet.find('west', 'ExternalSecret', 'cluster-credentials-east-es', 'linkerd-multicluster'),
      'metadata.namespace',
      undefined,
    );
    writeFleet(fleet);
    expect(told()).toEqual([]);
  });

  it('stand together when no object tells a namespace', () => {
    const fleet = ownFleet();
    for (const objects of Object.values(fleet.clusters)) {
      for (const each of objects)
        if (each.metadata.namespace === 'linkerd-multicluster') delete each.metadata.namespace;
    }
    writeFleet(fleet);
    expect(told()).toEqual([]);
  });
});

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

describe('files of no cluster', () => {
  const service = 'apiVersion: v1\nkind: Service\nmetadata: { name: web, namespace: shop }\n';

  it('are named when nothing of a mesh stands in them', () => {
    write('apps/web.yaml', service);
    expect(found().map(({ code, message }) => `${code} ${message}`)).toEqual([
      'NOTHING_LINKED no Link, gateway or controller stands in the files that were taken for apps',
    ]);
  });

  it('are not, when something could not be read', () => {
    write('apps/web.yaml', `${service}\0`);
    expect(found().map(({ code }) => code)).toEqual(['FILE_NOT_TEXT']);
  });

  it('are not, when a Service is exported', () => {
    write(
      'apps/web.yaml',
      service.replace('name: web', 'name: web, labels: { mirror.linkerd.io/exported: "true" }'),
    );
    expect(found().map(({ code }) => code)).not.toContain('NOTHING_LINKED');
  });
});

it('tells once that a file repeats another', () => {
  const fleet = ownFleet();
  writeFleet(fleet);
  write('east/again.yaml', (fleet.clusters.east ?? []).map((object) => stringify(object)).join('---\n'));
  const twice = found().filter(({ code }) => code === 'OBJECT_TWICE');
  expect(twice.map(({ file }) => file?.slice(folder.length + 1))).toEqual(['east/all.yaml']);
  expect(twice[0]?.message).toMatch(
    /^ServiceAccount linkerd-gateway and \d+ other objects here are defined a second time/,
  );
});

it('takes one Link without a controller and one controller without a Link for one mistake', () => {
  const fleet = ownFleet();
  fleet.link.metadata.name = 'orient';
  writeFleet(fleet);
  expect(told()).not.toContain('CONTROLLER_LINK_MISSING west/all.yaml');
  const missing = found().find(({ code }) => code === 'LINK_CONTROLLER_MISSING');
  expect(missing?.related?.[0]?.message).toBe('controller-east serves a Link that is not there');
});

it('calls no account an orphan while a controller of its cluster has no Link', () => {
  const fleet = ownFleet();
  fleet.add('east', ...remoteAccess('linkerd-service-mirror-remote-access-west'));
  fleet.remove('west', 'Link', 'east');
  writeFleet(fleet);
  expect(told()).toEqual([]);
});

it('tells a Link in a namespace its controller does not read once', () => {
  const fleet = ownFleet();
  fleet.link.metadata.namespace = 'default';
  const deployment = fleet.find('west', 'Deployment', 'controller-east');
  fleet.set(deployment, 'spec.template.spec.containers.0.args', [
    'service-mirror',
    '-namespace=linkerd-multicluster',
    '-probe-service=probe-east',
    'east',
  ]);
  writeFleet(fleet);
  expect(told()).toEqual(['CONTROLLER_ARGUMENT west/all.yaml']);
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

  it('reports what stands in a text of values, at its line and column', () => {
    const object = application({ sources: [source({ values: 'gateway:\n  enable: true\n' })] });
    expect(inside(object)).toEqual(['CONFIG_UNKNOWN_KEY 14 gateway.enable']);
    expect(found({ folders: [], argocd: [join(folder, 'argocd/app.yaml')] })).toMatchObject([{ column: 13 }]);
  });

  it('reports a value that the chart’s version does not know yet', () => {
    const object = application({
      source: source({ valuesObject: { gateway: { healthCheckNodePort: 30555 } } }, '2025.4.4'),
    });
    expect(inside(object)).toEqual(['CHART_VALUE_LATER 14 gateway.healthCheckNodePort']);
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
