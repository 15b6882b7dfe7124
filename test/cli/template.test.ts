import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { afterAll, expect, test } from 'vitest';
import { chartObjects } from '../../lib/chart/chart.js';
import { main } from '../../lib/cli/main.js';

const folder = mkdtempSync(join(tmpdir(), 'linkspan-template-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

interface Printed {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function linkspan(...args: string[]): Promise<Printed> {
  let out = '';
  let err = '';
  const terminal = { out: (text: string) => (out += text), err: (text: string) => (err += text) };
  const code = await main(args, terminal);
  return { code, out, err };
}

const nodePorts = file(
  'target.yaml',
  'gateway: {serviceType: NodePort, nodePort: 30143, probe: {nodePort: 30191}}\nremoteMirrorServiceAccountName: a\n',
);

test('takes values files separated by commas, as Helm does', async () => {
  const replicas = (count: number) => `gateway: {replicas: ${count}}\n`;
  const [two, three, odd] = [
    file('two.yaml', replicas(2)),
    file('three.yaml', replicas(3)),
    file('a,b.yaml', replicas(4)),
  ];
  const printed = async (...files: string[]) => {
    const flags = files.flatMap((each) => ['-f', each]);
    const { out } = await linkspan('template', '--release', '2.18', ...flags);
    return /^ {2}replicas: (\d)/m.exec(out)?.[1];
  };
  expect(await printed(`${two},${three}`)).toBe('3');
  expect(await printed(`${three},${two}`, '')).toBe('2');
  expect(await printed(`${two},"${odd}"`)).toBe('4');
  expect(await printed(odd)).toBeUndefined();
  const stray = await linkspan('template', '--release', '2.18', '-f', 'a"b.yaml');
  expect([stray.code, stray.err]).toEqual([2, expect.stringContaining('Quotes stand around a whole name')]);
});

test('prints exactly what Helm prints where it is asked to', async () => {
  const { code, out, err } = await linkspan(
    'template',
    '--release',
    '2.18',
    '-f',
    nodePorts,
    '--exact',
    '-n',
    'mc',
  );
  const values = {
    gateway: { serviceType: 'NodePort', nodePort: 30143, probe: { nodePort: 30191 } },
  } as const;
  const { objects } = chartObjects({
    release: '2.18',
    values: { ...values, remoteMirrorServiceAccountName: 'a' },
    namespace: 'mc',
    parity: 'exact',
  });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(loadAll(out)).toEqual(JSON.parse(JSON.stringify(objects)));
});

test('takes an empty namespace for `default`, as Helm does', async () => {
  const printed = async (namespace: string) =>
    (await linkspan('template', '--release', '2.20', '--exact', '-n', namespace)).out;
  expect(await printed('')).toBe(await printed('default'));
});

test('leaves hooks and empty fields out otherwise', async () => {
  const { out } = await linkspan('template', '--release', '2.18');
  expect(out).not.toContain('helm.sh/hook');
  expect(out).not.toContain('null');
});

test('lays files over each other left to right, and --set over all', async () => {
  const one = file('one.yaml', 'gateway: {replicas: 2, name: one}\n');
  const two = file('two.yaml', 'gateway: {name: two}\n');
  const { out } = await linkspan(
    ...['template', '--release', '2.20', '-f', one, '-f', two, '--set', 'gateway.UID=7,gateway.replicas=4'],
  );
  const gateway = loadAll(out).find(
    (o) =>
      (o as { kind: string; metadata: { name: string } }).metadata.name === 'two' &&
      (o as { kind: string }).kind === 'Deployment',
  );
  expect(gateway).toMatchObject({ spec: { replicas: 4 } });
});

test('says once of each value that fails where it stands, and what to do', async () => {
  const first = file('first.yaml', 'gateway:\n  probe: null\n');
  const group = file('group.yaml', 'gateway:\n  GID: 1\n');
  const last = file('last.yaml', 'controllers:\n- link: {ref: {name: east}}\n  image: x\n');
  const told = async (...args: string[]) => {
    const { err } = await linkspan('template', ...args);
    return err.replaceAll(`${folder}/`, '');
  };
  const blocks = (await told('--release', '2.20', '-f', first, '-f', last)).split(/^(?=\S)/m);
  expect(blocks.map((block) => block.split('\n')[0]).sort()).toEqual([
    'first.yaml:2:3 error CHART_HELM_FAILS',
    'last.yaml:3:3 error CHART_HELM_FAILS',
  ]);
  expect(blocks.every((block) => /^ {2}fix: remove it/m.test(block))).toBe(true);
  expect(await told('--release', '2.15', '-f', group, '--set', 'gateway.replicas=2')).toMatch(
    /^group\.yaml:2:3 warning CHART_VALUE_LATER/,
  );
  expect(await told('--release', '2.20', '-f', last, '--set', 'controllers[0].image=y')).toContain(
    'see: set by --set "controllers[0].image=y"',
  );
  expect(await told('link', '--release', '2.20', '-f', first, '--cluster-name', 'east')).toMatch(
    /^first\.yaml:2:3 error CHART_HELM_FAILS/,
  );
});

test('prints Secrets and Link of a target, with its own flags', async () => {
  const { code, out, err } = await linkspan(
    ...['template', 'link', '--release', '2.18', '--values', nodePorts, '--cluster-name', 'east'],
    ...[
      '--gateway-addresses',
      'gw.example.com',
      '--service-account-name',
      'a',
      '-l',
      'team=a',
      '--namespace',
      'mc',
    ],
  );
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(loadAll(out)).toMatchObject([
    { kind: 'Secret', metadata: { name: 'cluster-credentials-east', namespace: 'mc' } },
    { kind: 'Secret', metadata: { name: 'cluster-credentials-east', namespace: 'linkerd' } },
    {
      kind: 'Link',
      spec: {
        gatewayAddress: 'gw.example.com',
        gatewayPort: '30143',
        probeSpec: { port: '30191' },
        selector: { matchLabels: { team: 'a' } },
      },
    },
  ]);
});

test('takes addresses of a load balancer as an API server would tell them', async () => {
  const { out } = await linkspan(
    ...[
      'template',
      'link',
      '--release',
      '2.18',
      '--cluster-name',
      'east',
      '--ingress',
      '203.0.113.7,lb.example.com',
    ],
  );
  expect(out).toContain('gatewayAddress: 203.0.113.7,lb.example.com');
});

test('takes each list of a repeated flag by itself', async () => {
  const { out } = await linkspan(
    ...['template', 'link', '--release', '2.18', '--cluster-name', 'east', '--gateway=false', '-o', 'json'],
    ...['--excluded-labels', '', '--excluded-labels', 'a,b', '--excluded-labels', 'c'],
  );
  expect(out).toContain('"excludedLabels":["a","b","c"]');
});

test('prints one JSON document a line where it is asked to', async () => {
  const { out } = await linkspan(
    ...['template', 'link', '--release', '2.18', '--cluster-name', 'east', '--gateway=false', '-o', 'json'],
  );
  const kinds = out
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { kind: string }).kind);
  expect(kinds).toEqual(['Secret', 'Secret', 'Link']);
});

test('warns of an account that the values do not declare', async () => {
  const { code, err } = await linkspan(
    ...['template', 'link', '--release', '2.18', '--cluster-name', 'east', '--gateway=false'],
    ...['--service-account-name', 'nobody'],
  );
  expect(code).toBe(0);
  expect(err).toContain('LINK_ACCOUNT_UNKNOWN');
});

test.each([
  [['template', '--release', '2.18', '--set', 'a'], 1, 'SET_FORM'],
  [['template', '--release', '2.18', '-f', '/nonexistent'], 1, 'FILE_MISSING'],
  [['template', '--release', '2.18', '-f', 'lib'], 1, 'is a folder where a file is needed'],
  [['template', '--release', '2.18', '--set', 'gateway=null'], 1, 'CHART_HELM_FAILS'],
  [['template', '--release', '2.13'], 1, 'RELEASE_TOO_OLD'],
  [['template'], 2, '--release'],
  [['template', 'link'], 2, '--release'],
  [['template', 'link', '--release', '2.18', '--nonsense'], 2, '--nonsense'],
  [
    ['template', 'link', '--release', '2.18', '--excluded-labels', '"a', '--excluded-labels', 'b"'],
    1,
    'LINK_FLAG_VALUE',
  ],
  [['template', 'link', '--release', '2.18', '--cluster-name', 'east'], 1, 'LINK_ADDRESS_MISSING'],
  [
    ['template', 'link', '--release', '2.18', '--cluster-name', 'east', '--set', 'gateway.enabled=false'],
    1,
    'LINK_GATEWAY_SERVICE',
  ],
])('reports and prints nothing for %j', async (args, code, words) => {
  const printed = await linkspan(...args);
  expect(printed).toMatchObject({ code, out: '' });
  expect(printed.err).toContain(words);
});
