import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { findLeaks } from '../../lib/guards/leak.js';
import { leaksIn } from '../../lib/guards/leaks-in.js';
import { certificatePem, plantedSecrets, sealed } from './planted-secrets.js';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const base64url = (text: string): string => Buffer.from(text).toString('base64url');
const wrap = (text: string, width: number): string =>
  (text.match(new RegExp(`.{1,${width}}`, 'gs')) ?? []).join('\n');

/** Each way a secret is hidden, mostly by accident. */
const disguises: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (t) => t],
  ['in base64', base64],
  ['in base64 twice', (t) => base64(base64(t))],
  ['in base64url', base64url],
  ['in base64url twice', (t) => base64url(base64url(t))],
  ['in wrapped base64', (t) => wrap(base64(t), 76)],
  ['in base64 of wrapped base64', (t) => base64(wrap(base64(t), 64))],
  ['in wrapped base64 of wrapped base64', (t) => wrap(base64(wrap(base64(t), 64)), 76)],
  ['within a sentence', (t) => `remember: ${t} (until Friday)`],
  ['in base64 of a JSON text', (t) => base64(JSON.stringify({ note: t }))],
  ['in base64 behind a name', (t) => `note-of-production/${base64(t)}`],
];

/** Each place where a user could put a text that ends up in the output. */
const places: readonly (readonly [string, (text: string) => unknown])[] = [
  ['a pod annotation', (t) => ({ spec: { template: { metadata: { annotations: { note: t } } } } })],
  ['an environment variable', (t) => ({ env: [{ name: 'NOTE', value: t }] })],
  ['a label', (t) => ({ metadata: { labels: { note: t } } })],
  [
    'an annotation of the Namespace',
    (t) => ({ kind: 'Namespace', metadata: { annotations: { 'example.com/note': t } } }),
  ],
  ['an argument', (t) => ({ args: [`-note=${t}`] })],
  ['the name of a field', (t) => ({ metadata: { annotations: { [t]: 'x' } } })],
  ['a Secret', (t) => ({ kind: 'Secret', stringData: { kubeconfig: t } })],
];

describe('the text of a file', () => {
  for (const [disguise, hide] of disguises) {
    for (const [place, put] of places) {
      it(`reports every kind of secret ${disguise} in ${place}`, () => {
        for (const { name, secret, twin } of plantedSecrets()) {
          for (const text of [stringify(put(hide(secret))), stringify(put(hide(secret)), { lineWidth: 0 })]) {
            expect(findLeaks(text), `${name}\n${text}`).not.toEqual([]);
          }
          expect(findLeaks(stringify(put(hide(twin)))), `twin of ${name}\n${twin}`).toEqual([]);
        }
      });
      it(`names the field of every kind of secret ${disguise} in ${place}`, () => {
        for (const { name, secret, twin } of plantedSecrets()) {
          const object = put(hide(secret));
          const found = leaksIn(object);
          expect(found, name).not.toEqual([]);
          expect(JSON.stringify(found)).not.toContain(secret.slice(0, 12));
          expect(leaksIn(put(hide(twin))), `twin of ${name}`).toEqual([]);
        }
      });
    }
    it(`reports every kind of secret ${disguise} in a comment`, () => {
      const comment = (text: string): string =>
        text
          .split('\n')
          .map((line) => `# ${line}\n`)
          .join('');
      for (const { name, secret, twin } of plantedSecrets()) {
        expect(findLeaks(`kind: Service\n${comment(hide(secret))}spec: {}\n`), name).not.toEqual([]);
        expect(findLeaks(`kind: Service\n${comment(hide(twin))}spec: {}\n`), `twin of ${name}`).toEqual([]);
      }
    });
    it(`reports every kind of secret ${disguise} in JSON`, () => {
      for (const { name, secret, twin } of plantedSecrets()) {
        expect(findLeaks(JSON.stringify({ data: { note: hide(secret) } })), name).not.toEqual([]);
        expect(findLeaks(JSON.stringify({ data: { note: hide(twin) } })), `twin of ${name}`).toEqual([]);
      }
    });
  }
});

describe('an opaque value', () => {
  const opaque = [
    '8f3a90bc17de45aa',
    'Zk3vQ9xT1mB7pL2s',
    '0123456789abcdef0123456789abcdef',
    'q7w8e9r0t1y2u3i4o5',
  ];
  it('is reported by the name before it', () => {
    for (const value of opaque) {
      for (const text of [
        `token: ${value}`,
        `bearerToken: "${value}"`,
        `- name: VAULT_TOKEN\n  value: ${value}`,
        `{"name":"API_KEY","value":"${value}"}`,
        `Authorization: Bearer ${value}`,
        `args: [--password=${value}]`,
        `AWS_SECRET_ACCESS_KEY=${value}`,
        `clientSecret: '${value}'`,
      ]) {
        expect(findLeaks(text), text).not.toEqual([]);
      }
    }
  });

  it('passes under a harmless name, and so does a harmless value under such a name', () => {
    for (const value of opaque) expect(findLeaks(`checksum: ${value}\nuid: "${value}"\n`)).toEqual([]);
    for (const value of [
      '{{ .token }}',
      'linkerd-service-mirror-remote-access-production-1-token',
      'cluster-credentials-internal',
      'secrets-k8/linkerd-multicluster/production-to-internal',
      '$(SERVICE_ACCOUNT_TOKEN_1)',
      'v1alpha1.multicluster.linkerd.io',
    ]) {
      expect(findLeaks(`token: "${value}"\nsecretKey: ${value}\n`), value).toEqual([]);
    }
  });
});

describe('harmless text', () => {
  it('passes when it is a name, a path or prose', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/);
    const text = fc.array(word, { maxLength: 40 }).map((words) => words.join('-').slice(0, 253));
    fc.assert(
      fc.property(fc.array(fc.tuple(word, text)), (pairs) => {
        expect(findLeaks(pairs.map(([key, value]) => `${key}: ${value}\n`).join(''))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('passes when it is the base64 of random bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 16, maxLength: 3000 }),
        fc.constantFrom('data', 'caBundle', 'signature'),
        (bytes, key) => {
          fc.pre(bytes[0] !== 0x30);
          expect(findLeaks(`${key}: ${Buffer.from(bytes).toString('base64')}\n`)).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('passes when it is sealed, also under the name of a token', () => {
    for (let i = 0; i < 200; i++) {
      expect(findLeaks(`encryptedData:\n  token: ${sealed()}\n  kubeconfig: ${sealed()}\n`)).toEqual([]);
    }
  });

  it('passes when it is a certificate, in base64 and in base64 twice', () => {
    for (let i = 0; i < 50; i++) {
      const pem = certificatePem();
      expect(
        findLeaks(
          `caBundle: ${base64(pem)}\nagain: ${base64(base64(pem))}\nca.crt: |\n  ${pem.replaceAll('\n', '\n  ')}`,
        ),
      ).toEqual([]);
    }
  });
});

it('reads words and runs of words of any length', () => {
  for (const text of [
    'aB3'.repeat(3_000_000),
    ...['ghp_', 'hvs.', 'eyJ', 'eyJ.eyJ.', 'glpat-', 'token='].map((name) => name + 'aB3'.repeat(2_600_000)),
    `${'aB3'.repeat(20)}\n`.repeat(100_000),
    'aB3.-_/+='.repeat(500_000),
    ...['\n', '\\n', ' \n'].map((lineBreak) => 'aB3'.repeat(20) + lineBreak.repeat(3_900_000)),
  ]) {
    expect(() => findLeaks(`note: ${text}`)).not.toThrow();
    expect(findLeaks(`${text} ghp_${'aB3'.repeat(12)}\n`).length).toBeGreaterThan(0);
  }
}, 30_000);
