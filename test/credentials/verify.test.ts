import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { verifyCredentials } from '../../lib/credentials/verify.js';
import {
  base64,
  controlPlane,
  key,
  kubeconfig,
  link,
  pem,
  problems,
  secret,
  token,
} from '../support/credential-texts.js';

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

test.each([
  'https://api.hub.example.com:6443/',
  'https://API.hub.example.com:6443',
  'HTTPS://api.hub.example.com:6443',
])('takes %s for the address of the fleet', (server) => {
  expect(problems(kubeconfig({ cluster: { server } }))).toEqual([]);
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
    expect(JSON.stringify(verifyCredentials(kubeconfig()))).toContain('valid until its account is deleted');
  });
});
