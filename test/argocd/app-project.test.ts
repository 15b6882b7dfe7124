import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Manifest } from '../../lib/manifests/manifest.js';
import {
  permitsDestination,
  permitsKind,
  permitsSource,
  type ProjectSpec,
} from '../../lib/argocd/project-permits.js';
import { compiledText } from '../support/compiled.js';

const repoURL = 'https://git.example.com/platform/mesh';
const argocd = `argocd: { repoURL: '${repoURL}', createProject: true }\n`;

/** An object as Argo CD asks a project about it: kind, place, and where it comes from. */
interface Asked {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  /** Absent for a cluster-scoped object. */
  readonly namespace?: string;
  readonly destination: { readonly name: string; readonly server?: string; readonly namespace: string };
  readonly repoURL: string;
}

function isPermitted(spec: ProjectSpec, { repoURL, destination, namespace, ...object }: Asked): boolean {
  return (
    permitsSource(spec, repoURL) &&
    permitsDestination(spec, {
      name: destination.name,
      server: destination.server ?? '',
      namespace: namespace ?? destination.namespace,
    }) &&
    permitsKind(spec, { ...object, isNamespaced: namespace !== undefined })
  );
}

/** A fleet of the repository, with a project of its own. */
async function fleetWithProject(file: string) {
  const text = readFileSync(file, 'utf8').replace(/^argocd:\n( .*\n)+/m, '');
  const folder = file.replace('/fleet.yaml', '');
  const { objects, files, diagnostics } = await compiledText(
    text.replace(/^clusters:/m, `${argocd}clusters:`),
  );
  expect(diagnostics, folder).toEqual([]);
  const { spec } = parse(files['argocd/appproject.yaml'] ?? '') as { spec: ProjectSpec };
  const asked = Object.entries(objects).flatMap(([cluster, all]) =>
    all.map((object) => askedFor(object, argocdNameOf(text, cluster))),
  );
  return { spec, asked };
}

function argocdNameOf(text: string, cluster: string): string {
  const { clusters } = parse(text) as { clusters: Record<string, { argocdName?: string } | null> };
  return clusters[cluster]?.argocdName ?? cluster;
}

function askedFor({ apiVersion, kind, metadata: { name, namespace } }: Manifest, cluster: string): Asked {
  return {
    group: apiVersion.includes('/') ? apiVersion.replace(/\/.*/, '') : '',
    kind,
    name,
    ...(namespace !== undefined && { namespace }),
    destination: { name: cluster, namespace: 'linkerd-multicluster' },
    repoURL,
  };
}

const fleets = [
  'config',
  'examples/monitored-pair',
  'examples/pushed-spokes',
  'examples/pulled-adopted',
  'examples/manual-link',
];

describe.each(fleets.map((folder) => `${folder}/fleet.yaml`))('the project of %s', (file) => {
  test('lets every object of the output be applied', async () => {
    const { spec, asked } = await fleetWithProject(file);
    expect(asked.length).toBeGreaterThan(40);
    expect(asked.filter((each) => !isPermitted(spec, each))).toEqual([]);
  });

  test('refuses any other source, cluster, namespace, kind, group, and name of a cluster-scoped object', async () => {
    const { spec, asked } = await fleetWithProject(file);
    const others = asked.flatMap((each): Asked[] => [
      { ...each, repoURL: `${each.repoURL}-fork` },
      { ...each, repoURL: 'https://git.example.com/other' },
      { ...each, destination: { ...each.destination, name: `${each.destination.name}-2` } },
      {
        ...each,
        destination: { ...each.destination, name: 'other', server: 'https://kubernetes.default.svc' },
      },
      { ...each, kind: `${each.kind}Other` },
      { ...each, group: `other.${each.group}` },
      ...(each.namespace === undefined
        ? [{ ...each, name: `${each.name}-other` }]
        : [
            { ...each, namespace: 'kube-system' },
            { ...each, namespace: 'default' },
          ]),
    ]);
    expect(others.filter((each) => isPermitted(spec, each))).toEqual([]);
  });

  test('refuses what would take the cluster over', async () => {
    const { spec, asked } = await fleetWithProject(file);
    const [{ destination }] = asked as [Asked];
    const risky: Asked[] = [
      {
        group: 'rbac.authorization.k8s.io',
        kind: 'ClusterRoleBinding',
        name: 'cluster-admin',
        destination,
        repoURL,
      },
      {
        group: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: 'cluster-admin',
        destination,
        repoURL,
      },
      {
        group: 'admissionregistration.k8s.io',
        kind: 'MutatingWebhookConfiguration',
        name: 'any',
        destination,
        repoURL,
      },
      { group: '', kind: 'Namespace', name: 'kube-system', destination, repoURL },
      { group: '', kind: 'Pod', name: 'any', namespace: 'linkerd-multicluster', destination, repoURL },
      { group: 'batch', kind: 'Job', name: 'any', namespace: 'linkerd-multicluster', destination, repoURL },
    ];
    expect(risky.filter((each) => isPermitted(spec, each))).toEqual([]);
  });

  test('has no entry that no object needs', async () => {
    const { spec, asked } = await fleetWithProject(file);
    for (const key of [
      'clusterResourceWhitelist',
      'namespaceResourceWhitelist',
      'destinations',
      'sourceRepos',
    ] as const) {
      const list = (spec[key] ?? []) as readonly unknown[];
      for (const index of list.keys()) {
        const without = { ...spec, [key]: list.filter((_, i) => i !== index) };
        expect(
          asked.some((each) => !isPermitted(without, each)),
          `${key}[${index}]`,
        ).toBe(true);
      }
    }
  });
});

describe('objects of the fleet’s owner', () => {
  const fleet = `
name: pair
linkerd: { release: edge-26.8.2 }
argocd: { repoURL: '${repoURL}', createProject: true }
clusters:
  hub: { gateway: { address: gw.example.com } }
  spoke: { extraManifests: [extra.yaml] }
topology: [{ link: { source: spoke, target: hub } }]
credentials: { manual: {} }
`;
  const project = async (extra: string) => {
    const { files, diagnostics, objects } = await compiledText(fleet, { 'extra.yaml': extra });
    expect(diagnostics).toEqual([]);
    const { spec } = parse(files['argocd/appproject.yaml'] ?? '') as { spec: ProjectSpec };
    const object = objects.spoke?.find(({ metadata }) => metadata.name === 'mine');
    return { spec, object };
  };
  const asked = { name: 'mine', destination: { name: 'spoke', namespace: 'linkerd-multicluster' }, repoURL };
  const inNamespace = { ...asked, namespace: 'linkerd-multicluster' };

  test('go to the namespace of the Application where they name none, as Argo CD has it', async () => {
    const { spec, object } = await project('apiVersion: v1\nkind: ConfigMap\nmetadata: { name: mine }\n');
    expect(object?.metadata.namespace).toBe('linkerd-multicluster');
    expect(isPermitted(spec, { ...inNamespace, group: '', kind: 'ConfigMap' })).toBe(true);
    expect(isPermitted(spec, { ...asked, group: '', kind: 'ConfigMap' })).toBe(false);
  });

  test('are allowed by name where they are cluster-scoped, even if they name a namespace', async () => {
    const { spec, object } = await project(
      'apiVersion: scheduling.k8s.io/v1\nkind: PriorityClass\nmetadata: { name: mine, namespace: mesh }\nvalue: 1\n',
    );
    expect(object?.metadata).not.toHaveProperty('namespace');
    const asks = { ...asked, group: 'scheduling.k8s.io', kind: 'PriorityClass' };
    expect(isPermitted(spec, asks)).toBe(true);
    expect(isPermitted(spec, { ...asks, name: 'other' })).toBe(false);
    expect(spec.destinations?.map(({ namespace }) => namespace)).not.toContain('mesh');
  });

  const custom = 'apiVersion: example.com/v1\nkind: Widget\nmetadata: { name: mine }\n';
  const widget = { group: 'example.com', kind: 'Widget' };
  const definition = (scope: string) =>
    `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: widgets.example.com }
spec:
  group: example.com
  names: { kind: Widget, plural: widgets, singular: widget, listKind: WidgetList }
  scope: ${scope}
  versions:
    - name: v1
      served: true
      storage: true
      schema: { openAPIV3Schema: { type: object, x-kubernetes-preserve-unknown-fields: true } }
`;

  test('of a kind that nobody knows are allowed whichever scope it has', async () => {
    const { spec } = await project(custom);
    expect(isPermitted(spec, { ...asked, ...widget })).toBe(true);
    expect(isPermitted(spec, { ...inNamespace, ...widget })).toBe(true);
    expect(isPermitted(spec, { ...asked, ...widget, name: 'other' })).toBe(false);
  });

  test.each([
    ['Cluster', true, false],
    ['Namespaced', false, true],
  ])('of a kind that a CRD beside them calls %s are allowed so', async (scope, atCluster, within) => {
    const { spec } = await project(`${custom}---\n${definition(scope)}`);
    expect(isPermitted(spec, { ...asked, ...widget })).toBe(atCluster);
    expect(isPermitted(spec, { ...inNamespace, ...widget })).toBe(within);
  });
});
