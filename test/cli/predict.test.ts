import { Command } from 'commander';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { registerCan } from '../../lib/cli/can.js';
import { registerCheck } from '../../lib/cli/check.js';
import { registerPredict } from '../../lib/cli/predict.js';
import { folderWith } from '../support/config-folder.js';

const link = `apiVersion: multicluster.linkerd.io/v1alpha3
kind: Link
metadata: { name: east, namespace: linkerd-multicluster }
spec:
  targetClusterName: east
  targetClusterDomain: cluster.local
  clusterCredentialsSecret: cluster-credentials-east
  gatewayAddress: gw.example.com
  gatewayPort: "4143"
  gatewayIdentity: linkerd-gateway.linkerd-multicluster.serviceaccount.identity.linkerd.cluster.local
  selector: { matchLabels: { mirror.linkerd.io/exported: "true" } }
---
apiVersion: v1
kind: Namespace
metadata: { name: shop }
`;

function serviceText(value: string): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
  labels:
    mirror.linkerd.io/exported: "${value}"
spec:
  selector: { app: web }
  ports: [{ port: 80 }]
`;
}

function folder(value = 'true'): string {
  return folderWith({ 'west/all.yaml': link, 'east/web.yaml': serviceText(value) });
}

async function run(...args: readonly string[]): Promise<{ out: string; err: string; code: number }> {
  const printed = { out: '', err: '', code: 0 };
  const terminal = {
    out: (text: string) => (printed.out += text),
    err: (text: string) => (printed.err += text),
  };
  const program = new Command('linkspan');
  const context = { starter: {}, terminal, exit: (code: number) => (printed.code = code) };
  registerPredict(program, context);
  registerCan(program, context);
  registerCheck(program, context);
  await program.parseAsync(args, { from: 'user' });
  return printed;
}

test('predict prints a table of mirrors for each source', async () => {
  const { out, code } = await run('predict', folder());
  expect(out).toContain('In west:\n');
  expect(out).toMatch(/shop +web-east\.shop\.svc +gateway +east\/shop\/web +80\/TCP +gw\.example\.com:4143/);
  expect(code).toBe(0);
});

test('predict says why not, with the line to change', async () => {
  const root = folder('yes');
  const { out } = await run('predict', root);
  expect(out).toContain(`${join(root, 'east/web.yaml')}:7:33 east/shop/web (web-east): not mirrored`);
  expect(out).toContain('fix: set label `mirror.linkerd.io/exported` to "true"');
});

test('predict prints JSON and Markdown on demand', async () => {
  const root = folder();
  const json = JSON.parse((await run('predict', root, '--format', 'json')).out) as { sources: unknown[] };
  expect(json.sources).toHaveLength(1);
  expect((await run('predict', root, '--format', 'markdown')).out).toContain(
    '| shop | `web-east.shop.svc` | gateway |',
  );
});

test('predict adds the manifests of --cluster to those of the folders', async () => {
  const root = folderWith({ 'west/all.yaml': link, 'elsewhere/web.yaml': serviceText('true') });
  const west = `west=${join(root, 'west')}`;
  const { out } = await run('predict', '--cluster', west, '--cluster', `east=${join(root, 'elsewhere')}`);
  expect(out).toContain('web-east');
});

test('predict takes the names that the fleet file gives to folders', async () => {
  const root = folderWith({
    'fleet.yaml': 'clusters: { east: { argocdName: in-cluster } }\n',
    'all/west/all.yaml': link,
    'all/in-cluster/web.yaml': serviceText('true'),
  });
  const { out } = await run('predict', join(root, 'all'), '--fleet', join(root, 'fleet.yaml'));
  expect(out).toContain('web-east');
});

test('predict --before shows what changes', async () => {
  const { out } = await run('predict', folder(), '--before', folder('yes'));
  expect(out).toMatch(/west +shop +web-east +appears/);
});

test('predict --before takes the clusters of --cluster on both sides, unless told otherwise', async () => {
  const links = folderWith({ 'west/all.yaml': link });
  const now = folderWith({ 'web.yaml': serviceText('true') });
  const before = folderWith({ 'web.yaml': serviceText('yes') });
  const same = await run('predict', links, '--before', links, '--cluster', `east=${now}`);
  expect(same.out).toContain('No mirror Service changes.');
  const other = ['--before', links, '--before-cluster', `east=${before}`];
  expect((await run('predict', links, ...other, '--cluster', `east=${now}`)).out).toContain('appears');
});

test('can prints the first broken link before the chain', async () => {
  const root = folder('yes');
  const { out, code } = await run('can', 'west/shop', 'reach', 'east/web', '--dir', root);
  expect(out.split('\n').slice(0, 2)).toEqual([
    'no',
    '  exported: label `mirror.linkerd.io/exported: "yes"` is matched by no selector of Link east',
  ]);
  expect(out).toContain(`at:  ${join(root, 'east/web.yaml')}:7:33`);
  expect(code).toBe(1);
});

test('can says that it cannot tell what no manifest holds', async () => {
  const { out, code } = await run('can', 'west/shop', 'reach', 'east/web', '--dir', folder());
  expect(out.startsWith('cannot tell\n')).toBe(true);
  expect(code).toBe(1);
});

test.each([
  [['predict', '--cluster', 'east']],
  [['predict', '.', '--release', 'newest']],
  [['can', 'west', 'reach', 'east/web']],
  [['can', 'west/shop', 'call', 'east/web']],
])('reports wrong usage of %s', async (args) => {
  const { err, code } = await run(...args);
  expect(err).toMatch(/^error: /);
  expect(code).toBe(2);
});

test.each([
  [['predict', '/nowhere']],
  [['predict', '--cluster', 'east=/nowhere']],
  [['predict', '--cluster', 'east=package.json', '--fleet', '/nowhere']],
  [['can', 'west/shop', 'reach', 'east/web', '--dir', '/nowhere']],
])('reports a file that is not there: %s', async (args) => {
  const { err, code } = await run(...args);
  expect(err).toMatch(/^\/nowhere error FILE_MISSING\n/);
  expect(code).toBe(1);
});

test('an object that is given again takes the place of the first', async () => {
  const root = folder('true');
  const { out } = await run('predict', root, '--cluster', `east=${join(root, 'east')}`);
  expect(out).toBe((await run('predict', root)).out);
});

test.each([
  ['predict', 'nowhere'],
  ['predict', '--cluster', 'east=nowhere.yaml'],
  ['predict', '--before', 'PRESENT', 'nowhere'],
  ['predict', 'PRESENT', '--before-cluster', 'east=nowhere.yaml'],
  ['can', 'west/shop', 'reach', 'east/web', '--dir', 'nowhere'],
  ['predict', 'PRESENT', '--fleet', 'nowhere.yaml'],
  ['can', 'west/shop', 'reach', 'east/web', '--dir', 'PRESENT', '--fleet', 'nowhere.yaml'],
])('%s reports a path that is missing and says nothing of the rest (%#)', async (...args) => {
  const present = folder();
  const { out, err, code } = await run(...args.map((each) => each.replace('PRESENT', present)));
  expect({ out, code }).toEqual({ out: '', code: 1 });
  expect(err).toMatch(/^nowhere(\.yaml)? error FILE_MISSING/);
});

test('predict answers from what could be read beside what could not', async () => {
  const root = folder();
  const { out, err, code } = await run('predict', root, '--cluster', 'east=nowhere.yaml');
  expect(out).toContain('web-east');
  expect({ isReported: err.includes('FILE_MISSING'), code }).toEqual({ isReported: true, code: 1 });
});

test('reports a folder below a file as missing, not as a file', async () => {
  const root = folderWith({ 'all.yaml': link });
  const { err } = await run('predict', join(root, 'all.yaml/east'));
  expect(err).toContain('error FILE_MISSING');
});

const emptyList = 'apiVersion: v1\nkind: List\nitems: []\n';

test.each([
  ['text', 'hello world\n', 'error'],
  ['a list', '[1,2]', 'error'],
  ['one long word', 'a'.repeat(1_000_000), 'error'],
  ['values of a chart', 'revisionHistoryLimit: 3\n', 'error'],
  ['only a comment', '# nothing\n', 'warning'],
  ['nothing', '', 'warning'],
  ['a List of nothing, as kubectl prints it', emptyList, undefined],
  ['a manifest beside something else', `hello\n---\n${link}`, undefined],
])('predict and check say whether a file with %s holds manifests', async (_, text, severity) => {
  const root = folderWith({ 'west.yaml': link, given: text });
  const clusters = [
    '--cluster',
    `west=${join(root, 'west.yaml')}`,
    '--cluster',
    `east=${join(root, 'given')}`,
  ];
  const predicted = await run('predict', ...clusters);
  const checked = await run('check', ...clusters);
  const said =
    severity === undefined ? /^(?![^]*FILE_NO_MANIFEST)/ : new RegExp(`given ${severity} FILE_NO_MANIFEST`);
  expect(predicted.err).toMatch(said);
  expect(predicted.code).toBe(severity === 'error' ? 1 : 0);
  expect(predicted.out).toContain('In west:');
  expect(checked.out).toMatch(said);
});

test('predict warns of an empty folder that was named for a cluster, and of none that it was found below', async () => {
  const root = folderWith({
    'all/west/all.yaml': link,
    'all/docs/notes.txt': 'hello',
    'empty/notes.txt': 'hello',
  });
  const { err, code } = await run('predict', join(root, 'all'), '--cluster', `east=${join(root, 'empty')}`);
  expect(err.match(/\S+ \w+ FILE_NO_MANIFEST/g)).toEqual([`${join(root, 'empty')} warning FILE_NO_MANIFEST`]);
  expect(code).toBe(0);
});

test.each(['predict', 'check'])('%s takes values for no fleet file', async (command) => {
  const root = folderWith({ 'all/west/all.yaml': link, 'values.yaml': 'revisionHistoryLimit: 3\n' });
  const { out, err, code } = await run(command, join(root, 'all'), '--fleet', join(root, 'values.yaml'));
  expect(`${out}${err}`).toContain('values.yaml:1:23 error CONFIG_UNKNOWN_KEY');
  expect(code).toBe(1);
});

test('predict passes over a fleet file of another tool that nobody named', async () => {
  const root = folderWith({ 'all/west/all.yaml': link, 'config/fleet.yaml': 'defaultNamespace: shop\n' });
  const before = process.cwd();
  process.chdir(root);
  try {
    expect(await run('predict', 'all')).toMatchObject({ err: '', code: 0 });
  } finally {
    process.chdir(before);
  }
});
