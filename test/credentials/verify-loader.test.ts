import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readKubeconfig } from '../../lib/symbols/kinds/kubeconfig.js';
import { folderWith } from '../support/config-folder.js';
import { account, base64, kubeconfig, pem, problems, secret, token } from '../support/credential-texts.js';

const kubectl = spawnSync('kubectl', ['version', '--client'], { stdio: 'ignore' }).status === 0;
const server = 'https://api.hub.example.com:6443';

/** The CA, its base64 ending in `=`, in lines of 64. */
const ca = base64(`${pem}${'\n'.repeat(3 - (pem.length % 3) + 1)}`);
const wrapped = (between: string): string => (ca.match(/.{1,64}/g) ?? []).join(between);
const withCa = (value: string): string =>
  kubeconfig({ cluster: { 'certificate-authority-data': 'CA' } }).replace(': CA\n', `: ${value}\n`);
const withUser = (user: object): string => kubeconfig({ user });
const withCluster = (cluster: object): string => kubeconfig({ cluster });
const broken = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
const twice = (list: string): string =>
  kubeconfig().replace(new RegExp(`^${list}:\n((?: .*\n)+)`, 'm'), `${list}:\n$1$1`);

/** What client-go refuses, with what is said of it. */
const refused: readonly (readonly [when: string, text: string, problem: RegExp])[] = [
  [
    'base64 that is folded',
    withCa(`>-\n        ${wrapped('\n        ')}`),
    /^kubeconfig: .*blanks stand in it/,
  ],
  ['base64 without its end', withCa(ca.replace(/=+$/, '')), /^kubeconfig: .*its end lacks `=`/],
  ['another version', kubeconfig({ apiVersion: 'v2' }), /^kubeconfig: .*apiVersion/],
  ['a version that is a number', kubeconfig({ apiVersion: 1 }), /^kubeconfig: .*apiVersion/],
  ['two clusters of one name', twice('clusters'), /^kubeconfig: has two clusters of one name/],
  ['two users of one name', twice('users'), /^kubeconfig: has two users of one name/],
  ['two contexts of one name', twice('contexts'), /^kubeconfig: has two contexts of one name/],
  [
    'a token and a password',
    withUser({ username: 'a', password: 'b' }),
    /^user: .*more than one authentication method/,
  ],
  ['groups without a user', withUser({ 'as-groups': ['a'] }), /^user: .*without `as`/],
  [
    'text for a switch',
    withCluster({ 'insecure-skip-tls-verify': 'true', 'certificate-authority-data': undefined }),
    /^kubeconfig: .*must be true or false/,
  ],
  [
    'a name that YAML 1.1 reads as true',
    kubeconfig().replaceAll(/(name|cluster|current-context): hub/g, '$1: yes'),
    /^kubeconfig: .*must be text: quote it/,
  ],
  [
    'a name that is a number',
    kubeconfig().replaceAll(': hub', ': 1'),
    /^kubeconfig: .*must be text: quote it/,
  ],
  [
    'broken base64 of another cluster',
    kubeconfig({}).replace('users:', '  - { name: b, cluster: { certificate-authority-data: "!" } }\nusers:'),
    /^kubeconfig: .*not base64/,
  ],
  [
    'a client certificate without a key beside the token',
    withUser({ 'client-certificate-data': base64(pem) }),
    /^token: .*its key is missing/,
  ],
  ['a port beyond the last', withCluster({ server: `${server.slice(0, -5)}:99999` }), /^server: .*port/],
  ['a port that is a word', withCluster({ server: `${server.slice(0, -5)}:abc` }), /^server: .*port/],
];

/** What it refuses later, at the connection; `check` leaves that to other rules or does not look. */
const refusedLater: typeof refused = [
  ['a proxy of another kind', withCluster({ 'proxy-url': 'ftp://a' }), /^server: .*proxy-url/],
  ['a CA of which nothing can be read', withCa(base64(broken)), /^ca: .*cannot be read/],
];

const accepted: readonly (readonly [when: string, text: string])[] = [
  ['base64 in lines', withCa(`|\n        ${wrapped('\n        ')}`)],
  ['a document that ends', `${kubeconfig()}---\n`],
  ['another document behind it', `${kubeconfig()}---\nkind: Service\n`],
  ['broken text behind it', `${kubeconfig()}---\n{ a\n`],
  ['neither version nor kind', kubeconfig({ apiVersion: undefined, kind: undefined })],
  ['a server without a scheme, beside a CA', withCluster({ server: server.slice('https://'.length) })],
  ['no text for somebody else', withUser({ as: '' })],
  ['nothing for a program and somebody else', withUser({ exec: null, 'auth-provider': null, as: null })],
  ['no text for a CA in a file', withCluster({ 'certificate-authority': '' })],
  [
    'no text for files of the user',
    withUser({ tokenFile: '', 'client-certificate': '', 'client-key': null }),
  ],
  ['no text for the CA', withCluster({ 'certificate-authority-data': '' })],
  ['nothing for the CA', withCluster({ 'certificate-authority-data': null })],
  ['a key that is repeated', kubeconfig().replace(/^( +)token: /m, '$1token: old\n$&')],
  ['a broken certificate before a good one', withCa(base64(broken + pem))],
  ['a broken certificate behind a good one', withCa(base64(`${pem}\n${broken}`))],
  [
    'a mapping that is merged in',
    withUser({ token: undefined, MERGE: 1 }).replace('MERGE: 1', `<<: { token: ${token()} }`),
  ],
];

const inCheck = (text: string): readonly string[] =>
  readKubeconfig({ value: text, path: 'stringData.kubeconfig', line: 1, column: 1 }, false).problems;

describe('a kubeconfig that client-go refuses', () => {
  test.each([...refused, ...refusedLater])('is a problem: %s', (_, text, problem) => {
    expect(problems(text)).toEqual([expect.stringMatching(problem)]);
  });

  test.each(refused)('is one to check as well: %s', (_, text) => {
    expect(inCheck(text)).not.toEqual([]);
  });
});

describe('a kubeconfig that client-go accepts', () => {
  test.each(accepted)('is none: %s', (_, text) => {
    expect(problems(text)).toEqual([]);
    expect(inCheck(text)).toEqual([]);
  });
});

test('without a scheme and a CA is plain http', () => {
  const text = withCluster({
    server: 'api.hub.example.com:6443',
    'certificate-authority-data': undefined,
  });
  expect(problems(text)).toEqual([expect.stringMatching(/^server: .*plain http/)]);
});

describe('the data of a Secret', () => {
  const data = base64(kubeconfig({ users: [{ name: account, user: { token: token({ pad: '' }) } }] }));
  const folded = data.replace(/.{64}/g, '$& ');

  test('must be base64 without blanks', () => {
    expect(problems(secret({ data: { kubeconfig: folded } }))).toEqual([
      expect.stringMatching(/^key: .*blanks stand in it/),
    ]);
    const field = { value: folded, path: 'data.kubeconfig', line: 1, column: 1 };
    expect(readKubeconfig(field, true)).toMatchObject({ hasContent: true });
    expect(readKubeconfig(field, true).problems).toEqual([expect.stringContaining('blanks stand in it')]);
  });

  test('may be base64 in lines', () => {
    expect(problems(secret({ data: { kubeconfig: data.replace(/.{64}/g, '$&\n') } }))).toEqual([]);
  });
});

describe.skipIf(!kubectl)('client-go itself (skipped without kubectl)', () => {
  const folder = folderWith({});
  const file = join(folder, 'kubeconfig');
  /** True when it gets as far as asking a port at which nobody listens. */
  const loads = (text: string): boolean => {
    writeFileSync(file, text.replaceAll('api.hub.example.com:', '127.0.0.1:').replaceAll(':6443', ':1'));
    const { stderr } = spawnSync('kubectl', ['--kubeconfig', file, 'get', '--raw', '/version'], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: folder },
    });
    return /connection (?:refused|to the server)/.test(stderr);
  };

  test('refuses what is said to be refused, and accepts the rest', { timeout: 60_000 }, () => {
    expect([...refused, ...refusedLater].filter(([, text]) => loads(text)).map(([when]) => when)).toEqual([]);
    expect(accepted.filter(([, text]) => !loads(text)).map(([when]) => when)).toEqual([]);
  });
});

test('leaves a port alone that is filled in later', () => {
  expect(inCheck(withCluster({ server: 'https://api.hub.example.com:${PORT}' }))).toEqual([]);
});
