import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { describeUpstream, upstream } from '../support/upstream.js';

interface ApplicationSet {
  metadata: object;
  spec: {
    goTemplate: boolean;
    goTemplateOptions: string[];
    syncPolicy: object;
    generators: object[];
    template: {
      metadata: { annotations: object };
      spec: { source: object; destination: object; syncPolicy: object };
    };
  };
}

const ours = parse(readFileSync('dist/argocd/applicationset.yaml', 'utf8')) as ApplicationSet;

describeUpstream("the first user's ApplicationSet, against the one in use today", () => {
  const today = (): ApplicationSet =>
    parse(
      readFileSync(upstream('../first-user/source/cluster-tools/appSets/linkerd-multicluster.yaml'), 'utf8'),
    ) as ApplicationSet;

  test('keeps name, labels and generator', () => {
    expect(ours.metadata).toEqual(today().metadata);
    expect(ours.spec.generators).toEqual(today().spec.generators);
  });

  test('keeps name, labels, project and options of the Applications, in the new template syntax', () => {
    const goTemplate = JSON.parse(
      JSON.stringify(today().spec.template).replaceAll(/\{\{ ?(\w+) ?\}\}/g, '{{.$1}}'),
    ) as ApplicationSet['spec']['template'];
    const { template } = ours.spec;
    expect(template.metadata).toEqual({
      ...goTemplate.metadata,
      annotations: {
        ...goTemplate.metadata.annotations,
        'argocd.argoproj.io/manifest-generate-paths': '.',
      },
    });
    const { source, ignoreDifferences, syncPolicy, ...spec } = goTemplate.spec as unknown as Record<
      string,
      object
    >;
    expect(ignoreDifferences).toBeDefined();
    // a first sync can outrun the CRD it brings along
    const retry = { backoff: { duration: '5s', factor: 2, maxDuration: '3m0s' }, limit: 5 };
    const { helm, ...plain } = source as Record<string, object>;
    expect(helm).toBeDefined();
    expect(template.spec).toEqual({
      ...spec,
      syncPolicy: { ...syncPolicy, retry },
      source: { ...plain, path: 'dist/clusters/{{.name}}' },
    });
  });

  test('adds only what keeps a mesh from being deleted by accident', () => {
    const { goTemplate, goTemplateOptions, syncPolicy } = ours.spec;
    expect(Object.keys(ours.spec).sort()).toEqual([
      'generators',
      'goTemplate',
      'goTemplateOptions',
      'syncPolicy',
      'template',
    ]);
    expect({ goTemplate, goTemplateOptions, syncPolicy }).toEqual({
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      syncPolicy: { applicationsSync: 'create-update', preserveResourcesOnDeletion: true },
    });
  });
});
