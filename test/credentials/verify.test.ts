import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { verifyCredentials } from '../../lib/credentials/verify.js';
import type { Expectation } from '../../lib/credentials/verdict.js';
import { folderWith } from '../support/config-folder.js';
import { linkspan } from '../support/run-command.js';

const pem =
  /-----BEGIN[\s\S]*-----END CERTIFICATE-----/
    .exec(readFileSync('examples/pushed-spokes/fleet.yaml', 'utf8'))?.[0]
    .replace(/^ +/gm, '') ?? '';
// made for each run, and never written down
const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
  type: 'pkcs8',
  format: 'pem',
});
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const type = 'mirror.linkerd.io/remote-kubeconfig';
const account = 'linkerd-service-mirror-remote-access-spoke';
const signature = 'c2lnbmF0dXJlLW9mLW5vYm9keQ';

function token(claims: object = {}): string {
  const all = { sub: `system:serviceaccount:linkerd-multicluster:${account}`, ...claims };
  return `${base64url({ alg: 'RS256' })}.${base64url(all)}.${signature}`;
}

function kubeconfig({
  cluster = {},
  user = {},
  ...rest
}: { cluster?: object; user?: object; [key: string]: unknown } = {}): string {
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name: 'hub',
        cluster: {
          server: 'https://api.hub.example.com:6443',
          'certificate-authority-data': base64(pem),
          ...cluster,
        },
      },
    ],
    users: [{ name: account, user: { token: token(), ...user } }],
    contexts: [{ name: 'hub', context: { cluster: 'hub', user: account } }],
    'current-context': 'hub',
    ...rest,
  });
}

function secret(changes: object = {}): string {
  return stringify({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'cluster-credentials-hub', namespace: 'linkerd-multicluster' },
    type: 'mirror.linkerd.io/remote-kubeconfig',
    data: { kubeconfig: base64(kubeconfig()) },
    ...changes,
  });
}

const controlPlane = {
  name: 'cluster-credentials-hub',
  namespace: 'linkerd',
  labels: { 'multicluster.linkerd.io/cluster-name': 'hub' },
  annotations: {
    'multicluster.linkerd.io/trust-domain': 'cluster.local',
    'multicluster.linkerd.io/cluster-domain': 'cluster.local',
  },
};

const link: Expectation = {
  link: { source: 'spoke', target: 'hub' },
  account,
  server: 'https://api.hub.example.com:6443',
  trustDomain: 'cluster.local',
  clusterDomain: 'cluster.local',
  namespace: 'linkerd-multicluster',
  linkerdNamespace: 'linkerd',
};

function problems(text: string, expected: Expectation = link): string[] {
  return verifyCredentials(text, expected).flatMap(({ findings }) =>
    findings
      .filter(({ level }) => level === 'problem' || level === 'risk')
      .map(({ subject, message }) => `${subject}: ${message}`),
  );
}

describe('a credential that Linkerd accepts', () => {
  test.each([
    ['the copy of the service mirror', secret()],
    ['the copy of the destination controller', secret({ metadata: controlPlane })],
    ['a Secret with stringData', secret({ data: undefined, stringData: { kubeconfig: kubeconfig() } })],
    ['a kubeconfig', kubeconfig()],
    [
      'a Secret in JSON',
      JSON.stringify({
        kind: 'Secret',
        metadata: controlPlane,
        type: 'mirror.linkerd.io/remote-kubeconfig',
        data: { kubeconfig: base64(kubeconfig()) },
      }),
    ],
    [
      'a List of both copies',
      stringify({ kind: 'List', items: [] }).replace('[]', '') +
        [secret(), secret({ metadata: controlPlane })]
          .map((each) => `  - ${each.replace(/\n(?=.)/g, '\n    ')}`)
          .join(''),
    ],
  ])('has no problem: %s', (_, text) => {
    expect(problems(text)).toEqual([]);
    expect(
      verifyCredentials(text, link)
        .flatMap(({ findings }) => findings)
        .some(({ level }) => level === 'ok'),
    ).toBe(true);
  });
});

describe('reports', () => {
  test.each([
    [
      'a Secret of another type, in the control plane',
      secret({ type: 'Opaque', metadata: controlPlane }),
      /^type: /,
    ],
    [
      'a Secret that the controller may not read',
      secret({ metadata: { name: 'cluster-credentials-hub-2' } }),
      /^name: must be cluster-credentials-hub/,
    ],
    [
      'another key',
      secret({ data: { config: base64(kubeconfig()) } }),
      /^key: kubeconfig is missing; the Secret has 1 other key/,
    ],
    ['no data', secret({ data: null }), /^key: kubeconfig is missing/],
    [
      'a value that is not base64',
      secret({ data: { kubeconfig: kubeconfig() } }),
      /^key: kubeconfig is not base64/,
    ],
    [
      'a kubeconfig that is encoded twice',
      secret({ data: { kubeconfig: base64(base64(kubeconfig())) } }),
      /^kubeconfig: .*twice/,
    ],
    [
      'a CA that is encoded twice',
      kubeconfig({ cluster: { 'certificate-authority-data': base64(base64(pem)) } }),
      /^ca: .*twice/,
    ],
    ['a token that is encoded twice', kubeconfig({ user: { token: base64(token()) } }), /^token: .*twice/],
    ['a token with a line break', kubeconfig({ user: { token: `${token()}\n` } }), /^token: .*line break/],
    ['a missing label', secret({ metadata: { ...controlPlane, labels: {} } }), /^label: /],
    [
      'a label of another cluster',
      secret({ metadata: { ...controlPlane, labels: { 'multicluster.linkerd.io/cluster-name': 'other' } } }),
      /^label: /,
    ],
    [
      'a missing annotation',
      secret({
        metadata: {
          ...controlPlane,
          annotations: { 'multicluster.linkerd.io/trust-domain': 'cluster.local' },
        },
      }),
      /^annotation: .*cluster-domain is missing/,
    ],
    [
      'another server than the fleet has',
      kubeconfig({ cluster: { server: 'https://api.other.example.com' } }),
      /^server: .*the fleet says/,
    ],
    [
      'a server that means another machine in each cluster',
      kubeconfig({ cluster: { server: 'https://kubernetes.default.svc' } }),
      /^server: .*leads back to the source/,
    ],
    [
      'a server without TLS',
      kubeconfig({ cluster: { server: 'http://api.hub.example.com' } }),
      /^server: .*plain http/,
    ],
    [
      'a server with a password in it',
      kubeconfig({ cluster: { server: 'https://admin:pass@api.hub.example.com:6443' } }),
      /^server: is no https/,
    ],
    [
      'an unchecked certificate',
      kubeconfig({
        cluster: { 'insecure-skip-tls-verify': true, 'certificate-authority-data': undefined },
      }),
      /^ca: is not checked/,
    ],
    [
      'an unchecked certificate beside a CA, which clients refuse',
      kubeconfig({ cluster: { 'insecure-skip-tls-verify': true } }),
      /^ca: .*refuse both/,
    ],
    [
      'a CA in a file',
      kubeconfig({ cluster: { 'certificate-authority': '/ca.crt' } }),
      /^ca: is a file path/,
    ],
    [
      'a CA that is none',
      kubeconfig({ cluster: { 'certificate-authority-data': base64('vault') } }),
      /^ca: holds no certificate/,
    ],
    [
      'a program for the token',
      kubeconfig({ user: { token: undefined, exec: { command: 'aws' } } }),
      /^token: comes from a program/,
    ],
    ['no token', kubeconfig({ user: { token: undefined } }), /^token: none/],
    [
      'a token of another account',
      kubeconfig({ user: { token: token({ sub: 'system:serviceaccount:linkerd-multicluster:other' }) } }),
      /^account: .*is of other, but the Link uses/,
    ],
    [
      'a token of another namespace',
      kubeconfig({ user: { token: token({ sub: `system:serviceaccount:default:${account}` }) } }),
      /^account: .*in default/,
    ],
    [
      'a token of a person',
      kubeconfig({ user: { token: token({ sub: 'somebody' }) } }),
      /^account: .*no ServiceAccount/,
    ],
    ['no current context', kubeconfig({ 'current-context': '' }), /^kubeconfig: has no current-context/],
    ['a context that names no user', kubeconfig({ users: [] }), /^kubeconfig: .*no user/],
    [
      'a password for the token',
      kubeconfig({ user: { token: undefined, username: 'admin', password: 'pass' } }),
      /^token: .*no API server takes/,
    ],
    [
      'a client certificate without its key',
      kubeconfig({ user: { token: undefined, 'client-certificate-data': base64(pem) } }),
      /^token: .*key is missing/,
    ],
    [
      'a client certificate that is none',
      kubeconfig({
        user: {
          token: undefined,
          'client-certificate-data': base64('x'),
          'client-key-data': base64(String(key)),
        },
      }),
      /^token: .*cannot be read/,
    ],
    ['somebody else’s name', kubeconfig({ user: { token: token(), as: 'admin' } }), /^user: .*somebody else/],
    [
      'the token Secret of the target',
      secret({ type: 'kubernetes.io/service-account-token', data: { token: base64(token()) } }),
      /^key: .*this is a token Secret/,
    ],
    [
      'an ExternalSecret',
      'kind: ExternalSecret\nspec: {}\n',
      /^kubeconfig: is of kind ExternalSecret, and no/,
    ],
    ['something else', 'hello: world', /^kubeconfig: is no kubeconfig/],
    ['nothing', '', /^kubeconfig: is empty/],
    ['broken YAML', '{ kind: [', /^kubeconfig: cannot be read as YAML/],
    ['a Secret in broken YAML', `${secret()} bad: [\n`, /^kubeconfig: cannot be read as YAML/],
    ['nesting that would exhaust a parser', '['.repeat(100_000), /^kubeconfig: cannot be read as YAML/],
    ['UTF-16', Buffer.from(kubeconfig(), 'utf16le').toString(), /^kubeconfig: is no UTF-8/],
    [
      'the items of a raw list',
      secret({ kind: 'SecretList', items: [{ metadata: controlPlane, type, data: {} }] }),
      /^key: /,
    ],
  ])('%s', (_, text, message) => {
    expect(problems(text)).toEqual([expect.stringMatching(message)]);
  });
});

describe('notes, and accepts,', () => {
  test.each([
    [
      'a path after the server',
      kubeconfig({ cluster: { server: 'https://r.example.com/k8s/c-1' } }),
      'with a path',
    ],
    ['a proxy', kubeconfig({ cluster: { 'proxy-url': 'http://u:hidden@proxy' } }), 'through a proxy'],
    [
      'a client certificate with its key',
      kubeconfig({
        user: {
          token: undefined,
          'client-certificate-data': base64(pem),
          'client-key-data': base64(String(key)),
        },
      }),
      'none but a client certificate, valid until',
    ],
    [
      'an audience, which only the API knows to be its own',
      kubeconfig({ user: { token: token({ exp: 4_000_000_000, aud: ['vault'] }) } }),
      'vault; the API takes the token if',
    ],
  ])('%s', (_, text, note) => {
    expect(problems(text, {})).toEqual([]);
    const notes = verifyCredentials(text).flatMap(({ findings }) =>
      findings.filter(({ level }) => level === 'note'),
    );
    expect(notes.map(({ message }) => message).join('\n')).toContain(note);
    expect(JSON.stringify(verifyCredentials(text))).not.toContain('hidden');
  });

  test('line ends of Windows, in the Secret and in what it holds', () => {
    const windows = secret({ data: { kubeconfig: base64(kubeconfig().replaceAll('\n', '\r\n')) } });
    expect(problems(windows.replaceAll('\n', '\r\n'))).toEqual([]);
  });
});

describe('expiry', () => {
  const expiring = kubeconfig({ user: { token: token({ exp: 1_800_000_000 }) } });

  test('is told, and not judged without a time', () => {
    expect(problems(expiring)).toEqual([]);
    expect(JSON.stringify(verifyCredentials(expiring))).toContain('expires at 2027-01-15T08:00:00Z');
  });

  test.each([
    [1_799_999_999, []],
    [1_800_000_000, ['token: expired at 2027-01-15T08:00:00Z']],
  ])('is judged at %d', (atSeconds, expected) => {
    expect(problems(expiring, { atSeconds })).toEqual(expected);
  });

  test('of a token Secret is never', () => {
    expect(JSON.stringify(verifyCredentials(kubeconfig()))).toContain(
      'valid until that Secret or its account is deleted',
    );
  });
});

const kubectl = spawnSync('kubectl', ['version', '--client'], { stdio: 'ignore' }).status === 0;

describe('the command', () => {
  const fleet = `
name: pair
linkerd: { release: edge-26.8.2 }
clusters:
  hub: { gateway: { address: gw.example.com }, apiServer: https://api.hub.example.com:6443 }
  spoke: {}
topology: [{ link: { source: spoke, target: hub } }]
credentials: { manual: {} }
`;
  const cwd = folderWith({ 'config/fleet.yaml': fleet, 'secret.yaml': secret() });

  test('reads a file or standard input and exits 0 for a credential that fits its Link', () => {
    const fromFile = linkspan(['credentials', 'verify', 'secret.yaml', '--link', 'spoke/hub'], { cwd });
    expect(fromFile).toMatchObject({ code: 0, err: '' });
    expect(fromFile.out).toMatch(
      /^Secret\n {2}ok {6}name: cluster-credentials-hub\n[\s\S]*Linkerd would accept it\.\n$/,
    );
    expect(linkspan(['credentials', 'verify', '-', '--link', 'spoke/hub'], { cwd, input: secret() })).toEqual(
      fromFile,
    );
  });

  test('exits 1 with a problem and tells a time only where one is given', () => {
    const input = kubeconfig({ user: { token: token({ exp: 1_800_000_000 }) } });
    expect(linkspan(['credentials', 'verify', '-'], { cwd, input }).code).toBe(0);
    const late = linkspan(['credentials', 'verify', '-', '--at', '2027-02-01T00:00:00Z'], { cwd, input });
    expect(late.code).toBe(1);
    expect(late.out).toContain('PROBLEM token: expired at 2027-01-15T08:00:00Z');
  });

  test('exits 1 for what Linkerd accepts and nobody should, and says so', () => {
    const input = kubeconfig({
      cluster: { 'insecure-skip-tls-verify': true, 'certificate-authority-data': undefined },
    });
    const { code, out } = linkspan(['credentials', 'verify', '-'], { cwd, input });
    expect(code).toBe(1);
    expect(out).toMatch(/RISK {4}ca: [\s\S]*Linkerd would accept it, but it is not safe: 1 risk\.\n$/);
  });

  test.each([
    [['secret.yaml', '--link', 'hub/spoke']],
    [['secret.yaml', '--link', 'hub']],
    [['secret.yaml', '--at', 'tomorrow']],
  ])('exits 2 for %j', (args) => {
    expect(linkspan(['credentials', 'verify', ...args], { cwd })).toMatchObject({ code: 2, out: '' });
  });

  test('reports a file that is not there', () => {
    const { code, err } = linkspan(['credentials', 'verify', 'missing.yaml'], { cwd });
    expect(code).toBe(1);
    expect(err).toContain('missing.yaml error FILE_MISSING');
  });

  test('never prints a part of what is secret, whatever is wrong with it', () => {
    const secrets = [token(), signature, base64(token()), 'hunter2-and-more', base64(kubeconfig())];
    const inputs = [
      secret(),
      kubeconfig({ user: { token: base64(token()) } }),
      kubeconfig({ user: { token: 'hunter2-and-more' } }),
      kubeconfig({ cluster: { server: 'https://user:hunter2-and-more@api.example.com' } }),
      kubeconfig({ cluster: { 'certificate-authority-data': 'hunter2-and-more' } }),
      secret({ data: { kubeconfig: 'hunter2-and-more' } }),
      secret({ data: { 'hunter2-and-more': '' } }),
      secret({ type: 'hunter2-and-more' }),
    ];
    for (const input of inputs) {
      const { out, err } = linkspan(['credentials', 'verify', '-'], { cwd, input });
      for (const each of secrets) expect(out + err).not.toContain(each);
    }
  });

  test.skipIf(!kubectl)('accepts what the commands of the manual page make (skipped without kubectl)', () => {
    linkspan(['synth', '--quiet'], { cwd });
    const page = readFileSync(join(cwd, 'dist/clusters/spoke/credentials-hub.md'), 'utf8');
    const [, build = ''] = /## 2[\s\S]*?```sh\n([\s\S]*?)```/.exec(page) ?? [];
    const folder = mkdtempSync(join(tmpdir(), 'linkspan-manual-'));
    execFileSync('sh', ['-ec', `printf %s "$TOKEN" > token; printf %s "$CA" > ca.crt\n${build}`], {
      cwd: folder,
      env: { ...process.env, TOKEN: token(), CA: `${pem}\n` },
    });
    expect(problems(readFileSync(join(folder, 'kubeconfig'), 'utf8'))).toEqual([]);
  });
});
