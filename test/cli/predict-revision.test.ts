import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../support/config-folder.js';
import { linkspan, type Ended } from '../support/run-command.js';

function linkText(excluded: string): string {
  return `apiVersion: multicluster.linkerd.io/v1alpha3
kind: Link
metadata: { name: east, namespace: linkerd-multicluster }
spec:
  targetClusterName: east
  targetClusterDomain: cluster.local
  gatewayAddress: gw.example.com
  gatewayPort: "4143"
  gatewayIdentity: linkerd-gateway.linkerd-multicluster.serviceaccount.identity.linkerd.cluster.local
  excludedLabels: [${excluded}]
  selector: { matchLabels: { mirror.linkerd.io/exported: "true" } }
---
apiVersion: v1
kind: Namespace
metadata: { name: shop }
`;
}

const serviceText = (name: string): string => `apiVersion: v1
kind: Service
metadata:
  name: ${name}
  namespace: shop
  labels: { mirror.linkerd.io/exported: "true", tier: front }
spec:
  selector: { app: ${name} }
  ports: [{ port: 80 }]
`;

const output = {
  'dist/index.yaml': 'clusters: {}\n',
  'dist/clusters/west/link.yaml': linkText(''),
  'dist/clusters/in-cluster/policy.yaml': '',
  'config/fleet.yaml': 'clusters: { east: { argocdName: in-cluster }, west: {} }\n',
};

function git(folder: string, ...args: readonly string[]): void {
  const identity = [
    '-c',
    'user.name=Test',
    '-c',
    'user.email=test@example.com',
    '-c',
    'commit.gpgsign=false',
  ];
  const { status, stderr } = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** A repository whose branch `main` holds these files, with one more commit for each later set. */
function repository(...states: readonly Readonly<Record<string, string>>[]): string {
  const folder = folderWith({});
  git(folder, 'init', '--quiet', '--initial-branch=main');
  for (const [i, state] of states.entries()) {
    write(folder, state);
    git(folder, 'add', '--all');
    git(folder, 'commit', '--quiet', '--message', `state ${i}`);
  }
  return folder;
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

const predict = (cwd: string, ...args: readonly string[]): Ended => linkspan(['predict', ...args], { cwd });

describe('predict --before REVISION', () => {
  test('compares with the same folder of an older commit', () => {
    const folder = repository({ ...output, 'dist/clusters/in-cluster/web.yaml': serviceText('web') });
    write(folder, { 'dist/clusters/in-cluster/api.yaml': serviceText('api') });
    rmSync(join(folder, 'dist/clusters/in-cluster/web.yaml'));
    const { out, code } = predict(folder, '--before', 'main');
    expect(out).toMatch(/west +shop +api-east +appears/);
    expect(out).toMatch(/west +shop +web-east +vanishes/);
    expect(code).toBe(0);
  });

  test('tells what a change of a Link leaves as it was', () => {
    const web = { 'dist/clusters/in-cluster/web.yaml': serviceText('web') };
    const folder = repository({ ...output, ...web }, { 'dist/clusters/west/link.yaml': linkText('tier') });
    const { out } = predict(folder, '--before', 'main~1');
    expect(out).toContain('Kept in an old state:');
    expect(out).toMatch(/west +shop +web-east .*until its exported Service changes/);
  });

  test('finds folders from below the top of the repository', () => {
    const web = { 'mesh/dist/clusters/in-cluster/web.yaml': serviceText('web') };
    const below = Object.fromEntries(Object.entries(output).map(([name, text]) => [`mesh/${name}`, text]));
    const folder = repository(below, web);
    expect(predict(join(folder, 'mesh'), '--before', 'main~1').out).toMatch(/web-east +appears/);
  });

  test('takes the manifests of --cluster from the revision, and from the disk what Git does not keep', () => {
    const folder = repository(output, { 'apps/api.yaml': serviceText('api') });
    write(folder, { '.gitignore': 'dump.yaml\n', 'dump.yaml': serviceText('web') });
    const clusters = ['--cluster', 'east=apps', '--cluster', 'east=dump.yaml'];
    const { out } = predict(folder, ...clusters, '--before', 'main~1');
    expect(out).toMatch(/api-east +appears/);
    expect(out).not.toContain('web-east');
  });

  test('leaves the work tree and the index alone', () => {
    const folder = repository(output, { 'dist/clusters/in-cluster/web.yaml': serviceText('web') });
    write(folder, { 'dist/clusters/in-cluster/web.yaml': serviceText('api') });
    predict(folder, '--before', 'main~1');
    const { stdout } = spawnSync('git', ['status', '--porcelain'], { cwd: folder, encoding: 'utf8' });
    expect(stdout).toBe(' M dist/clusters/in-cluster/web.yaml\n');
  });

  test('reports a revision that does not hold the output', () => {
    const folder = repository({ 'README.md': 'empty' }, output);
    const { err, code } = predict(folder, '--before', 'main~1');
    expect(err).toMatch(
      /^main~1:dist error FILE_MISSING\n {2}revision main~1 holds no `dist`\n {2}why: .*\n {2}fix: .*--before DIR/,
    );
    expect(code).toBe(1);
  });

  test.each([
    ['nowhere', 'there is no folder and no Git revision nowhere'],
    ['--output=x', 'there is no folder and no Git revision --output=x'],
  ])('reports wrong usage of --before=%s', (revision, message) => {
    const folder = repository({ 'README.md': 'empty' }, output);
    const { err, code } = predict(folder, `--before=${revision}`);
    expect(err).toBe(`error: ${message}\n`);
    expect(code).toBe(2);
  });

  test('reports a folder that is no repository, and a missing git', () => {
    const folder = folderWith(output);
    expect(predict(folder, '--before', 'main').err).toBe(
      'error: there is no folder main, and this is no Git repository\n',
    );
    const env = { ...process.env };
    process.env.PATH = '';
    const { err, code } = predict(folder, '--before', 'main');
    process.env.PATH = env.PATH;
    expect(err).toBe('error: there is no folder main, and no git to look for such a revision\n');
    expect(code).toBe(2);
  });
});

describe('--cluster', () => {
  const files = { ...output, 'web.yaml': serviceText('web') };

  test.each(['east=web.yaml', 'in-cluster=web.yaml'])(
    '%s adds to dist, which names that cluster',
    (given) => {
      const folder = folderWith(files);
      expect(predict(folder, '--cluster', given).out).toContain('web-east');
      const { out } = linkspan(['can', 'west/shop', 'reach', 'east/web', '--cluster', given], {
        cwd: folder,
      });
      expect(out).toContain('Link east mirrors from in-cluster');
    },
  );

  test('leaves dist out when it names none of its clusters', () => {
    const { out } = predict(folderWith(files), '--cluster', 'north=web.yaml');
    expect(out).not.toContain('In west');
  });

  test('leaves dist out when its own files are given', () => {
    const { out } = predict(folderWith(files), '--cluster', 'west=dist/clusters/west');
    expect(out).toContain('no manifests of cluster east are given');
  });
});
