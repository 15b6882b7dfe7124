import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ciphertext } from '../support/ciphertext.js';
import { compiledText, label, type Compiled } from '../support/compiled.js';
import { ofKind, pair } from '../support/pushed-pair.js';

const shipped = readFileSync('config/fleet.yaml', 'utf8').replace(
  '    gateway:',
  '    apiServer: https://api.example.com:6443\n    gateway:',
);
const names = ['values.yaml', 'production-values.yaml', 'nonproduction-values.yaml'];
const values = Object.fromEntries(names.map((name) => [name, readFileSync(`config/${name}`, 'utf8')]));
const sealed = Object.fromEntries(
  ['production', 'nonproduction'].flatMap((source) =>
    ['internal', 'internal.linkerd', 'internal.linkerd-multicluster'].map((file) => [
      `sealed/${source}/${file}.sealed`,
      // no two are alike, as a namespace is sealed in
      ciphertext + file.replace(/\W/g, ''),
    ]),
  ),
);

/** The shipped fleet with other credentials. */
function shippedWith(credentials: string): Promise<Compiled> {
  const fleet = shipped.replace(/credentials:\n( .*\n)+/, `credentials: ${credentials}\n`);
  return compiledText(fleet, { ...values, ...sealed });
}

describe('the shipped fleet with every backend', () => {
  test.each([
    [
      'pulled',
      '{ externalSecrets: { store: vault, key: "mesh/{source}/{target}" } }',
      'ExternalSecret',
      'no PushSecret',
    ],
    [
      'pulled by an old operator',
      '{ externalSecrets: { store: vault, key: "{source}/{target}", version: "0.9" } }',
      'ExternalSecret',
      'no PushSecret',
    ],
    [
      'pulled by operator 2.3',
      '{ externalSecrets: { store: vault, key: "{source}/{target}", version: "2.3" } }',
      'ExternalSecret',
      'no PushSecret',
    ],
    [
      'pushed',
      '{ externalSecrets: { store: vault, key: "mesh/{source}/{target}", push: true } }',
      'ExternalSecret',
      'PushSecret',
    ],
    ['sealed strictly', '{ sealedSecrets: { folder: sealed } }', 'SealedSecret', 'no PushSecret'],
    [
      'sealed for a namespace',
      '{ sealedSecrets: { folder: sealed, scope: namespace-wide } }',
      'SealedSecret',
      'no PushSecret',
    ],
    [
      'sealed for a cluster',
      '{ sealedSecrets: { folder: sealed, scope: cluster-wide } }',
      'SealedSecret',
      'no PushSecret',
    ],
  ])('passes schemas, leak guard and linker: %s', async (_, credentials, kind, push) => {
    const { diagnostics, objects } = await shippedWith(credentials);
    expect(diagnostics).toEqual([]);
    for (const spoke of ['production', 'nonproduction']) {
      expect(ofKind(objects[spoke], kind).map(label)).toHaveLength(2);
    }
    expect(ofKind(objects.internal, 'PushSecret')).toHaveLength(push === 'PushSecret' ? 2 : 0);
    for (const cluster of Object.values(objects)) {
      expect(
        cluster.filter(
          ({ kind: each, data, stringData }) => each === 'Secret' && (data ?? stringData) !== undefined,
        ),
      ).toEqual([]);
    }
  });

  test('passes them made by hand, with a page for each Link instead of an object', async () => {
    const { diagnostics, files } = await shippedWith('{ manual: {} }');
    expect(diagnostics).toEqual([]);
    expect(Object.keys(files).filter((path) => path.includes('credentials'))).toEqual([
      'clusters/nonproduction/credentials-internal.md',
      'clusters/production/credentials-internal.md',
    ]);
  });
});

describe('credentials of one Link', () => {
  test('go before those of the fleet', async () => {
    const text = pair
      .replace('  spoke: {}', '  spoke: {}\n  other: {}')
      .replace(
        /topology: .*/,
        'topology: [{ link: { source: spoke, target: hub, credentials: { manual: {} } } }, { link: { source: other, target: hub } }]',
      );
    const { objects, files, diagnostics } = await compiledText(text);
    expect(diagnostics).toEqual([]);
    expect(ofKind(objects.spoke, 'ExternalSecret')).toEqual([]);
    expect(Object.keys(files)).toContain('clusters/spoke/credentials-hub.md');
    expect(ofKind(objects.hub, 'PushSecret').map(label)).toEqual([
      'PushSecret linkerd-multicluster/link-credentials-other',
    ]);
  });
});
