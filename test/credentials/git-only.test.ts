import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Manifest } from '../../lib/manifests/manifest.js';
import { compiledText, differingFiles, label } from '../support/compiled.js';
import { folderWith } from '../support/config-folder.js';
import { linkspan } from '../support/run-command.js';

const fleet = `
name: telemetry
linkerd: { release: edge-26.8.2 }
clusters:
  hub: { gateway: { address: gw.example.com }, apiServer: https://api.hub.example.com:6443 }
  one: {}
topology: [{ hubAndSpoke: { hub: hub } }]
credentials: { externalSecrets: { store: vault, key: '{target}/{source}', push: true } }
`;

const without = await compiledText(fleet);
const withTwo = await compiledText(fleet.replace('  one: {}', '  one: {}\n  two: {}'));

describe('one line in Git for a new spoke', () => {
  test('touches its own folder, and in the hub what lets it in and pushes its credential', () => {
    expect(withTwo.diagnostics).toEqual([]);
    expect(differingFiles(without.files, withTwo.files)).toEqual([
      'clusters/hub/pushed-credentials.yaml',
      'clusters/hub/remote-access.yaml',
      'clusters/two/crds.yaml',
      'clusters/two/credentials-hub.yaml',
      'clusters/two/link-hub.yaml',
      'clusters/two/namespace.yaml',
      'clusters/two/policy.yaml',
      'clusters/two/service-mirror.yaml',
    ]);
  });

  test('adds account, rights, token and push to the hub and changes nothing that was there', () => {
    const before = new Map(without.objects.hub?.map((object) => [label(object), JSON.stringify(object)]));
    const after = withTwo.objects.hub ?? [];
    for (const [name, text] of before) {
      expect(JSON.stringify(after.find((object) => label(object) === name))).toBe(text);
    }
    expect(
      after
        .filter((object) => !before.has(label(object)))
        .map(label)
        .sort(),
    ).toEqual([
      'ClusterRole linkerd-service-mirror-remote-access-two',
      'ClusterRoleBinding linkerd-service-mirror-remote-access-two',
      'PushSecret linkerd-multicluster/link-credentials-two',
      'Secret linkerd-multicluster/linkerd-service-mirror-remote-access-two-token',
      'ServiceAccount linkerd-multicluster/linkerd-service-mirror-remote-access-two',
    ]);
  });

  test('gives the spoke all that its service mirror needs: the same as the first one has, by its own name', () => {
    const named = (objects: readonly Manifest[] | undefined, name: string) =>
      JSON.stringify(objects)
        .replaceAll(`remote-access-${name}`, 'remote-access-X')
        .replaceAll(`hub/${name}`, 'hub/X');
    expect(named(withTwo.objects.two, 'two')).toBe(named(withTwo.objects.one, 'one'));
  });
});

describe.each([
  ['clusters', []],
  ['git', ['M dist/clusters.yaml']],
  ['list', ['M dist/argocd/applicationset.yaml']],
])('the commit of a new spoke, with clusters from %s', (generator, further) => {
  const argocd = `argocd: { repoURL: 'https://git.example.com/mesh', createProject: true, generator: ${generator} }\n`;
  const cwd = folderWith({ 'config/fleet.yaml': `${argocd}${fleet}` });
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd, encoding: 'utf8' });
  const synth = () => linkspan(['synth', '--quiet'], { cwd });
  git('init', '--quiet');
  const runs = [synth()];
  git('add', '.');
  git('commit', '--quiet', '--message', 'one');
  writeFileSync(
    join(cwd, 'config/fleet.yaml'),
    `${argocd}${fleet}`.replace('  one: {}', '  one: {}\n  two: {}'),
  );
  runs.push(synth());
  git('add', '.');

  test('holds the line, the folder of the spoke, and what lets it in', () => {
    for (const run of runs) expect(run).toEqual({ code: 0, out: '', err: '' });
    expect(git('diff', '--cached', '--name-status').replaceAll('\t', ' ').trim().split('\n').sort()).toEqual(
      [
        'M config/fleet.yaml',
        'M dist/argocd/appproject.yaml',
        'M dist/clusters/hub/pushed-credentials.yaml',
        'M dist/clusters/hub/remote-access.yaml',
        'M dist/index.yaml',
        ...['crds', 'credentials-hub', 'link-hub', 'namespace', 'policy', 'service-mirror'].map(
          (file) => `A dist/clusters/two/${file}.yaml`,
        ),
        ...further,
      ].sort(),
    );
  });

  test('takes no line away from any file', () => {
    expect(git('diff', '--cached', '--numstat', '--diff-filter=M')).not.toMatch(/^\d+\t[1-9]/m);
  });

  test('lets Argo CD apply both namespaces of the spoke, and its account in the hub', () => {
    const project = parse(readFileSync(join(cwd, 'dist/argocd/appproject.yaml'), 'utf8')) as {
      spec: {
        destinations: { name: string; namespace: string }[];
        clusterResourceWhitelist: { kind: string; name: string }[];
      };
    };
    const { destinations, clusterResourceWhitelist } = project.spec;
    expect(destinations.filter(({ name }) => name === 'two')).toEqual([
      { name: 'two', namespace: 'linkerd' },
      { name: 'two', namespace: 'linkerd-multicluster' },
    ]);
    expect(
      clusterResourceWhitelist.filter(({ name }) => name.endsWith('-two')).map(({ kind }) => kind),
    ).toEqual(['ClusterRole', 'ClusterRoleBinding']);
  });
});

describe('a raised credentialEpoch', () => {
  const of = (epoch: string) => fleet.replace('credentials: {', `${epoch}credentials: {`);

  /** Objects that differ, each with the paths of what differs. */
  const changes = async (from: string, to: string): Promise<string[]> => {
    const [a, b] = [await compiledText(from), await compiledText(to)];
    expect(b.diagnostics).toEqual([]);
    return Object.keys(b.objects)
      .flatMap((cluster) =>
        (b.objects[cluster] ?? []).flatMap((object, index) =>
          paths(a.objects[cluster]?.[index], object).map((path) => `${cluster}: ${label(object)}: ${path}`),
        ),
      )
      .sort();
  };
  const epochAt = (path: string) => `${path}.linkspan.io/credential-epoch`;

  test('changes one annotation on pod template, ExternalSecrets and PushSecret, and nothing else', async () => {
    expect(await changes(of('credentialEpoch: 1\n'), of('credentialEpoch: 2\n'))).toEqual([
      `hub: PushSecret linkerd-multicluster/link-credentials-one: ${epochAt('metadata.annotations')}`,
      `one: Deployment linkerd-multicluster/controller-hub: ${epochAt('spec.template.metadata.annotations')}`,
      `one: ExternalSecret linkerd-multicluster/cluster-credentials-hub: ${epochAt('metadata.annotations')}`,
      `one: ExternalSecret linkerd/cluster-credentials-hub: ${epochAt('metadata.annotations')}`,
    ]);
  });

  test('for one Link leaves all other Links alone', async () => {
    const links = (epoch: string) =>
      fleet
        .replace('  one: {}', '  one: {}\n  two: {}')
        .replace(
          /topology: .*/,
          `topology: [{ link: { source: one, target: hub${epoch} } }, { link: { source: two, target: hub } }]`,
        );
    const changed = await changes(links(', credentialEpoch: 1'), links(', credentialEpoch: 2'));
    expect(changed).toHaveLength(4);
    expect(changed.filter((line) => line.includes('two'))).toEqual([]);
  });
});

/** Paths of the leaves that differ between two values. */
function paths(a: unknown, b: unknown, path = ''): string[] {
  const isMapping = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null;
  if (!isMapping(a) || !isMapping(b)) return a === b ? [] : [path];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) =>
    paths(a[key], b[key], path === '' ? key : `${path}.${key}`),
  );
}
