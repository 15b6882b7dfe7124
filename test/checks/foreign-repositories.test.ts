import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { ownFleet } from '../support/linker/fleets.js';
import { write, writeFleet } from '../support/check-folder.js';
import { found, told } from './foreign-folder.js';

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

  it.each([
    'namespace: linkerd-multicluster',
    'nameSuffix: -east',
    'labels: [{ pairs: { team: mesh } }]',
    'patches: [{ patch: "- op: add" }]',
  ])('is told of when it changes files by %s', (line) => {
    writeFleet(ownFleet());
    write('west/kustomization.yaml', `resources: [all.yaml]\n${line}\n`);
    expect(told()).toEqual(['FILE_TEMPLATE west/kustomization.yaml']);
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
