import { describe, expect, test } from 'vitest';
import type { Destination } from '../../lib/argocd/destination-list.js';
import { permitsDestination, permitsKind, permitsSource } from '../../lib/argocd/project-permits.js';

describe('a project permits sources', () => {
  test.each([
    ['*', true],
    ['https://git.example.com/platform/*', true],
    ['https://git.example.com/*', false],
    ['https://git.example.com/**', true],
    ['https://git.example.com/{platform,other}/mesh', true],
    ['https://git.example.com/platform/mesh.git', true],
    ['HTTPS://git.example.com/Platform/Mesh', true],
    ['https://git.example.com/platform/mes', false],
    ['https://git.example.com/platform/me[a-z]h', true],
    ['https://git.example.com/platform/[', false],
  ])('%s: %s', (pattern, isPermitted) => {
    expect(permitsSource({ sourceRepos: [pattern] }, 'https://git.example.com/platform/mesh.git')).toBe(
      isPermitted,
    );
  });

  test('of SSH in either spelling', () => {
    expect(permitsSource({ sourceRepos: ['git@host:a/b.git'] }, 'ssh://git@host/a/b')).toBe(true);
  });

  test('that no denial names, and none without a list', () => {
    expect(permitsSource({ sourceRepos: ['*', '!https://a/b'] }, 'https://a/b')).toBe(false);
    expect(permitsSource({ sourceRepos: ['*', '!https://a/b'] }, 'https://a/c')).toBe(true);
    expect(permitsSource({}, 'https://a/c')).toBe(false);
  });

  test('in a time that no pattern blows up', () => {
    const sourceRepos = [`${'*a'.repeat(200)}b`];
    expect(permitsSource({ sourceRepos }, 'a'.repeat(2000))).toBe(false);
  });
});

describe('a project permits destinations', () => {
  const to = { server: 'https://a', name: 'a', namespace: 'mesh' };
  test.each([
    [[{ server: 'https://a', namespace: 'mesh' }], true],
    [[{ name: 'a', namespace: '*' }], true],
    [[{ server: 'https://b', namespace: 'mesh' }], false],
    [[{ server: '*', namespace: 'mesh-*' }], false],
    [
      [
        { server: '*', namespace: '*' },
        { server: '*', namespace: '!mesh' },
      ],
      false,
    ],
    [
      [
        { server: '*', namespace: '*' },
        { server: '!https://a', namespace: '*' },
      ],
      false,
    ],
    [
      [
        { server: '*', namespace: '*' },
        { name: '!a', namespace: '*' },
      ],
      false,
    ],
    [[], false],
  ])('%j: %s', (destinations, isPermitted) => {
    expect(permitsDestination({ destinations }, to)).toBe(isPermitted);
  });

  // a glob is read entry by entry, a plain text is looked up
  const asGlob = (text: string | undefined) => text?.replace(/.$/, '[$&]');
  const texts = [undefined, '', 'a', 'b'];
  const places = texts.flatMap((server) =>
    texts.flatMap((name) => ['', 'a', 'b'].map((namespace) => ({ server, name, namespace }))),
  );
  test('looked up as they are read one by one', () => {
    for (const first of places) {
      for (const to of places) {
        const destinations = [first, { name: 'b', namespace: 'a' }];
        const globs = destinations.map(({ server, name, namespace }: Partial<Destination>) => ({
          server: asGlob(server),
          name: asGlob(name),
          namespace: asGlob(namespace),
        }));
        expect(permitsDestination({ destinations }, to as Destination)).toBe(
          permitsDestination({ destinations: globs }, to as Destination),
        );
      }
    }
  });

  test('whose cluster is not known by what is', () => {
    const destinations = [{ server: 'https://a', namespace: 'mesh' }];
    expect(permitsDestination({ destinations }, { namespace: 'mesh' })).toBe(true);
    expect(permitsDestination({ destinations }, { namespace: 'other' })).toBe(false);
  });
});

describe('a project permits kinds', () => {
  const role = { group: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'mesh', isNamespaced: false };
  const link = { group: 'multicluster.linkerd.io', kind: 'Link', name: 'a', isNamespaced: true };

  test('of cluster scope by name, where a name is given', () => {
    const list = [{ group: '*', kind: 'Cluster*', name: 'me*' }];
    expect(permitsKind({ clusterResourceWhitelist: list }, role)).toBe(true);
    expect(permitsKind({ clusterResourceWhitelist: list }, { ...role, name: 'other' })).toBe(false);
    expect(permitsKind({}, role)).toBe(false);
  });

  test('of namespaces unless a list leaves them out or refuses them', () => {
    expect(permitsKind({}, link)).toBe(true);
    expect(permitsKind({ namespaceResourceWhitelist: [] }, link)).toBe(false);
    expect(permitsKind({ namespaceResourceBlacklist: [{ group: '*', kind: 'Link' }] }, link)).toBe(false);
  });
});
