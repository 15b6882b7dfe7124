import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseFleet } from '../../lib/config/parse-fleet.js';
import type { Manifest } from '../../lib/manifests/manifest.js';
import { compiledText, label } from '../support/compiled.js';

const fleet = `
name: pair
linkerd: { release: edge-26.8.2 }
argocd: { repoURL: https://git.example.com/mesh, path: fleets, targetRevision: main }
clusters:
  hub: { argocdName: In_Cluster, gateway: { address: gw.example.com }, apiServer: https://api.hub.example.com }
  spoke: {}
topology: [{ link: { source: spoke, target: hub } }]
credentials: { externalSecrets: { store: vault, key: '{target}/{source}', push: true } }
`;

const withGenerator = (generator: string) =>
  compiledText(fleet.replace('targetRevision', `generator: ${generator}, targetRevision`));

interface ApplicationSet {
  spec: {
    generators: Record<string, { files?: { path: string }[]; elements?: object[] }>[];
    template: { spec: { source: { path: string }; destination: object } };
  };
}

function applicationSet(files: Readonly<Record<string, string>>): ApplicationSet {
  return parse(files['argocd/applicationset.yaml'] ?? '') as ApplicationSet;
}

const clusters = [
  { name: 'In_Cluster', nameNormalized: 'in-cluster' },
  { name: 'spoke', nameNormalized: 'spoke' },
];

describe('generators', () => {
  test('clusters asks the cluster Secrets, and writes no file of its own', async () => {
    const { files, diagnostics } = await compiledText(fleet);
    expect(diagnostics).toEqual([]);
    expect(Object.keys(applicationSet(files).spec.generators[0] ?? {})).toEqual(['clusters']);
    expect(Object.keys(files)).not.toContain('clusters.yaml');
  });

  test('git reads an array of the clusters, outside the folder of every Application', async () => {
    const { files, diagnostics } = await withGenerator('git');
    expect(diagnostics).toEqual([]);
    const { generators, template } = applicationSet(files).spec;
    expect(generators[0]?.git).toEqual({
      files: [{ path: 'fleets/dist/clusters.yaml' }],
      repoURL: 'https://git.example.com/mesh',
      revision: 'main',
    });
    expect(parse(files['clusters.yaml'] ?? '')).toEqual(clusters);
    expect('fleets/dist/clusters.yaml'.startsWith(template.spec.source.path.replace('{{.name}}', ''))).toBe(
      false,
    );
    expect(template.spec.destination).toMatchObject({ name: '{{.name}}' });
  });

  test('list holds the clusters itself', async () => {
    const { files, diagnostics } = await withGenerator('list');
    expect(diagnostics).toEqual([]);
    expect(applicationSet(files).spec.generators).toEqual([{ list: { elements: clusters } }]);
    expect(Object.keys(files)).not.toContain('clusters.yaml');
  });

  test('each fills every placeholder of the template', async () => {
    for (const generator of ['git', 'list']) {
      const { files } = await withGenerator(generator);
      const used = [...JSON.stringify(applicationSet(files).spec.template).matchAll(/\{\{\.(\w+)\}\}/g)].map(
        ([, key]) => key ?? '',
      );
      for (const key of used) expect(Object.keys(clusters[0] ?? {})).toContain(key);
    }
  });
});

test('reports two clusters whose Applications would have one name', async () => {
  const text = fleet.replace('  spoke: {}', '  spoke: { argocdName: in-cluster }');
  const { diagnostics } = await compiledText(text);
  expect(diagnostics.map(({ code, cluster }) => [code, cluster])).toEqual([
    ['ARGOCD_APPLICATION_NAME', 'spoke'],
  ]);
});

describe('names of Applications', () => {
  const named = (applicationName: string, argocdName: string) =>
    parseFleet(
      `name: mesh
linkerd: { release: edge-26.8.2 }
argocd: { repoURL: https://git.example.com/a${applicationName === '' ? '' : `, applicationName: "${applicationName}"`} }
clusters:
  hub: { gateway: { address: hub.example.com } }
  spoke: { argocdName: ${argocdName} }
topology: [{ link: { source: spoke, target: hub } }]
`,
    ).diagnostics.map(({ code, severity, line, path }) => [code, severity, line, path]);
  const place = [6, 'clusters.spoke.argocdName'];

  test.each([
    ['', 'a'.repeat(32)],
    ['{name}', 'a'.repeat(53)],
    ['team.{nameNormalized}', 'Spoke_1'],
  ])('are left alone by %j for %s', (template, name) => {
    expect(named(template, name)).toEqual([]);
  });

  test.each([
    ['', 'a'.repeat(33)],
    ['{name}', 'a'.repeat(54)],
    ['{nameNormalized}-{nameNormalized}', 'a'.repeat(27)],
  ])('reports %j for %s as long, at the place of the cluster', (template, name) => {
    expect(named(template, name)).toEqual([['APPLICATION_NAME_LONG', 'warning', ...place]]);
  });

  test.each([
    ['{name}-mesh', 'Spoke'],
    ['{name}-mesh', 'spoke_1'],
    ['{name}-{name}', 'a'.repeat(127)],
  ])('reports %j for %s as no name', (template, name) => {
    expect(named(template, name)).toEqual([['ARGOCD_APPLICATION_NAME', 'error', ...place]]);
  });

  test('reports a template that makes no name, once for all clusters', () => {
    expect(named('Mesh-{nameNormalized}', 'spoke')).toEqual([
      ['ARGOCD_APPLICATION_NAME', 'error', 3, 'argocd.applicationName'],
    ]);
  });

  test('are told to be long once, by the fleet file and not by the output too', async () => {
    const text = fleet.replace('  spoke: {}', `  spoke: { argocdName: ${'s'.repeat(60)} }`);
    const { diagnostics } = await compiledText(text);
    expect(diagnostics.map(({ code, cluster }) => [code, cluster])).toEqual([
      ['APPLICATION_NAME_LONG', 'spoke'],
    ]);
  });
});

const wave = 'argocd.argoproj.io/sync-wave';
const options = 'argocd.argoproj.io/sync-options';
const all = (objects: Readonly<Record<string, readonly Manifest[]>>) => Object.values(objects).flat();

describe('waves', () => {
  test('are not there by default, and neither are hooks', async () => {
    const { objects } = await compiledText(fleet);
    expect(JSON.stringify(objects)).not.toMatch(/argocd\.argoproj\.io\/(sync-wave|hook|sync-options)"/);
  });

  test('put definitions first, accounts and rights next, and everything with a health of its own last', async () => {
    const { objects, diagnostics } = await compiledText(`${fleet}delivery: { waves: true }\n`);
    expect(diagnostics).toEqual([]);
    const kinds = (value: string | undefined) =>
      [
        ...new Set(
          all(objects)
            .filter(({ metadata }) => metadata.annotations?.[wave] === value)
            .map(({ kind }) => kind),
        ),
      ].sort();
    expect(kinds('-2')).toEqual(['CustomResourceDefinition', 'Namespace']);
    expect(kinds('-1')).toEqual([
      'ClusterRole',
      'ClusterRoleBinding',
      'Role',
      'RoleBinding',
      'Secret',
      'ServiceAccount',
    ]);
    for (const kind of ['ExternalSecret', 'PushSecret', 'Link', 'Deployment', 'Service'])
      expect(kinds(undefined)).toContain(kind);
    expect(all(objects).map(({ metadata }) => metadata.annotations?.[wave])).not.toContain('0');
  });
});

test.each([
  ['another namespace', 'apiVersion: v1\nkind: LimitRange\nmetadata: { name: late, namespace: other'],
  ['a kind that no rule looks at', 'apiVersion: v1\nkind: LimitRange\nmetadata: { name: late'],
])('an object of %s in a later wave than the credentials is told', async (_, object) => {
  const { diagnostics } = await compiledText(
    `${fleet.replace('spoke: {}', 'spoke: { extraManifests: [extra.yaml] }')}delivery: { waves: true }\n`,
    {
      'extra.yaml': `${object}, annotations: { argocd.argoproj.io/sync-wave: '5' } }\nspec: { limits: [] }\n`,
    },
  );
  expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['WAVE_HEALTH']));
});

describe('keep', () => {
  test('keeps objects of the named kinds from being pruned and deleted, and no other', async () => {
    const { objects, diagnostics } = await compiledText(`${fleet}delivery: { keep: [Namespace, Secret] }\n`);
    expect(diagnostics).toEqual([]);
    const kept = all(objects).filter(
      ({ metadata }) => metadata.annotations?.[options] === 'Prune=false,Delete=false',
    );
    expect(kept.map(label)).toEqual(
      all(objects)
        .filter(({ kind }) => ['Namespace', 'Secret'].includes(kind))
        .map(label),
    );
    expect(kept.length).toBeGreaterThan(2);
  });

  test.each([
    ['ServerSideApply=true', 'ServerSideApply=true,Prune=false,Delete=false'],
    ['Delete=true, Replace=true', 'Delete=true,Replace=true,Prune=false'],
    ['', 'Prune=false,Delete=false'],
  ])('adds to options %j that an object has, which have the last word', async (own, wanted) => {
    const { objects } = await compiledText(
      `${fleet.replace('spoke: {}', 'spoke: { extraManifests: [extra.yaml] }')}delivery: { keep: [Namespace] }\n`,
      {
        'extra.yaml': `apiVersion: v1\nkind: Namespace\nmetadata: { name: shop, annotations: { ${options}: '${own}' } }\n`,
      },
    );
    const shop = objects.spoke?.find(({ metadata }) => metadata.name === 'shop');
    expect(shop?.metadata.annotations).toEqual({ [options]: wanted });
  });

  test('tells of a kind that no object has', async () => {
    const { diagnostics } = await compiledText(`${fleet}delivery: { keep: [Namespace, Secrt] }\n`);
    expect(diagnostics).toMatchObject([
      { code: 'KEEP_NO_OBJECT', severity: 'warning', line: 10, column: 31, fix: 'write `Secret`' },
    ]);
  });
});
