import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Manifest } from '../../lib/manifests/manifest.js';
import { compiledText, label, type Compiled } from '../support/compiled.js';

const shipped = readFileSync('config/fleet.yaml', 'utf8').replace(
  '    gateway:',
  '    apiServer: https://api.example.com:6443\n    gateway:',
);
const names = ['values.yaml', 'production-values.yaml', 'nonproduction-values.yaml'];
const values = Object.fromEntries(names.map((name) => [name, readFileSync(`config/${name}`, 'utf8')]));
const ciphertext = 'AgBbm8gc2VjcmV0LCBzZWFsZWQgZm9yIG5vYm9keQ';
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

const pair = `
name: pair
linkerd: { release: edge-26.8.2 }
clusters:
  hub: { gateway: { address: gw.example.com }, apiServer: https://api.hub.example.com:6443 }
  spoke: {}
topology: [{ link: { source: spoke, target: hub } }]
credentials: { externalSecrets: { store: vault, key: '{target}/{source}', push: true } }
`;

function ofKind(objects: readonly Manifest[] | undefined, kind: string): Manifest[] {
  return (objects ?? []).filter((object) => object.kind === kind);
}

/** The kubeconfig template in one of a source's ExternalSecrets. */
function template({ objects }: Compiled): string {
  const [secret] = ofKind(objects.spoke, 'ExternalSecret');
  return (secret?.spec as { target: { template: { data: { kubeconfig: string } } } }).target.template.data
    .kubeconfig;
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

describe('the operator', () => {
  const table: [string, string, boolean][] = [
    ['0.9', 'external-secrets.io/v1beta1', false],
    ['0.15', 'external-secrets.io/v1beta1', false],
    ['0.16', 'external-secrets.io/v1', false],
    ['1.0', 'external-secrets.io/v1', false],
    ['2.2', 'external-secrets.io/v1', false],
    ['2.3', 'external-secrets.io/v1', true],
    ['2.6', 'external-secrets.io/v1', true],
    ['2.7', 'external-secrets.io/v1', false],
    ['2.10', 'external-secrets.io/v1', false],
  ];
  test.each(table)('of version %s gets %s, nullBytePolicy written: %s', async (version, api, isWritten) => {
    const { objects, diagnostics } = await compiledText(
      pair.replace('push: true', `push: true, version: '${version}'`),
    );
    expect(diagnostics).toEqual([]);
    for (const secret of ofKind(objects.spoke, 'ExternalSecret')) {
      expect(secret.apiVersion).toBe(api);
      expect(JSON.stringify(secret).includes('"nullBytePolicy":"Ignore"')).toBe(isWritten);
    }
    expect(ofKind(objects.hub, 'PushSecret').map(({ apiVersion }) => apiVersion)).toEqual([
      'external-secrets.io/v1alpha1',
    ]);
  });

  test('pushes and pulls the same key, without its mount', async () => {
    const { objects } = await compiledText(pair.replace("key: '", "mount: kv, key: 'kv/mesh/"));
    const keys = [...(objects.hub ?? []), ...(objects.spoke ?? [])].flatMap((object) =>
      [...JSON.stringify(object).matchAll(/"(?:remoteKey|key)":"([^"]*hub[^"]*)"/g)].map(([, key]) => key),
    );
    expect(keys).toHaveLength(6);
    expect(new Set(keys)).toEqual(new Set(['mesh/hub/spoke']));
  });

  test('keeps a key that only begins like its mount', async () => {
    const { objects } = await compiledText(pair.replace("key: '", "mount: kv, key: 'kvs/"));
    expect(JSON.stringify(ofKind(objects.hub, 'PushSecret'))).toContain('"remoteKey":"kvs/hub/spoke"');
  });

  test.each(['kv/', '/kv', '/kv/'])('takes the mount %s off whatever slashes it has', async (mount) => {
    const { objects, diagnostics } = await compiledText(
      pair.replace("key: '", `mount: ${mount}, key: '/kv/mesh/`),
    );
    expect(diagnostics).toEqual([]);
    expect(JSON.stringify(ofKind(objects.hub, 'PushSecret'))).toContain('"remoteKey":"mesh/hub/spoke"');
  });

  test('tells of a mount that the key does not begin with', async () => {
    const { diagnostics } = await compiledText(pair.replace("key: '", "mount: secret, key: 'secrets/"));
    expect(diagnostics).toMatchObject([{ code: 'CREDENTIALS_MOUNT', severity: 'warning', line: 8 }]);
  });

  test('passes a mount that a placeholder may stand for', async () => {
    const { diagnostics } = await compiledText(pair.replace("key: '", "mount: hub, key: '"));
    expect(diagnostics).toEqual([]);
  });
});

describe('the CA of a pushed credential', () => {
  const pem =
    /(-----BEGIN[\s\S]*-----END CERTIFICATE-----)/.exec(
      readFileSync('examples/pushed-spokes/fleet.yaml', 'utf8'),
    )?.[1] ?? '';
  const withCa = (ca: string) =>
    pair.replace(
      'apiServer: https://api.hub.example.com:6443',
      `apiServer: { url: 'https://api.hub.example.com:6443', ca: ${ca} }`,
    );

  test('comes with the token unless something else is said', async () => {
    expect(template(await compiledText(pair))).toContain('certificate-authority-data: {{ .ca | b64enc }}\n');
  });

  test('is left out for the roots of the system, and not asked of the store', async () => {
    const result = await compiledText(withCa('system'));
    expect(template(result)).not.toContain('certificate-authority');
    expect(JSON.stringify(ofKind(result.objects.spoke, 'ExternalSecret'))).not.toContain('"property":"ca"');
  });

  test('is a PEM written in the fleet file, encoded once', async () => {
    const lines = pem.split('\n').map((line) => line.trim());
    const result = await compiledText(withCa(JSON.stringify(lines.join('\n'))));
    expect(result.diagnostics).toEqual([]);
    const [, data = ''] = /certificate-authority-data: (\S+)/.exec(template(result)) ?? [];
    expect(Buffer.from(data, 'base64').toString()).toBe(lines.join('\n'));
  });

  test.each([
    ['is no PEM', 'vault'],
    ['is a path', '/etc/ssl/ca.pem'],
    ['cannot be read', '-----BEGIN CERTIFICATE-----\nbm8gY2VydGlmaWNhdGU=\n-----END CERTIFICATE-----\n'],
    ['holds a key', '-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n'],
  ])('reports one that %s, without repeating it', async (_, ca) => {
    const { diagnostics } = await compiledText(withCa(JSON.stringify(ca)));
    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([
      ['API_SERVER_CA', 'clusters.hub.apiServer.ca'],
    ]);
    expect(JSON.stringify(diagnostics)).not.toContain('bm8gY2Vyd');
  });
});

describe('the API address of a pushed credential', () => {
  test.each([
    'https://kubernetes.default.svc',
    'https://kubernetes.default.svc.cluster.local:443',
    'https://KUBERNETES',
    'https://api.kube-system.svc.hub.local',
    'https://localhost:6443',
    'https://127.0.0.1:6443',
    'https://[::1]:6443',
  ])('reports %s, which is another machine in each cluster', async (url) => {
    const { diagnostics } = await compiledText(pair.replace('https://api.hub.example.com:6443', `'${url}'`));
    expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([['API_SERVER_LOCAL', 5]]);
  });

  test('may be local to the cluster where nobody builds a kubeconfig from it', async () => {
    const text = pair
      .replace('https://api.hub.example.com:6443', 'https://kubernetes.default.svc')
      .replace(', push: true', '');
    expect((await compiledText(text)).diagnostics).toEqual([]);
  });

  test.each(['https://host:99999', 'https://{{ .host }}', 'https://user:password@host', 'https://host/path'])(
    'reports %s, which is no address',
    async (url) => {
      const { diagnostics } = await compiledText(
        pair.replace('https://api.hub.example.com:6443', `'${url}'`),
      );
      expect(diagnostics.map(({ code }) => code)).toEqual(['CONFIG_FORMAT']);
    },
  );

  test('is asked for at the target', async () => {
    const { diagnostics } = await compiledText(
      pair.replace(', apiServer: https://api.hub.example.com:6443', ''),
    );
    expect(diagnostics.map(({ code, cluster, line }) => [code, cluster, line])).toEqual([
      ['API_SERVER_MISSING', 'hub', 5],
    ]);
  });
});

describe('the kubeconfig that a source builds', () => {
  test('quotes names that a reader of YAML may not take for text', async () => {
    const text = template(
      await compiledText(pair.replace(/\bhub\b/g, '2026-01-01').replace('api.2026-01-01', 'api.hub')),
    );
    expect(text).toContain('- name: "2026-01-01"\n');
    expect(text).toContain('current-context: "2026-01-01"\n');
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

describe('a sealed file', () => {
  const sealedPair = pair.replace(/credentials: .*/, 'credentials: { sealedSecrets: { folder: sealed } }');

  test('reports each one that is missing, with the command that makes it', async () => {
    const { diagnostics } = await compiledText(sealedPair);
    expect(diagnostics.map(({ code }) => code)).toEqual(['SEALED_SECRET_MISSING', 'SEALED_SECRET_MISSING']);
    expect(diagnostics[0]?.fix).toContain('--name cluster-credentials-hub --namespace linkerd ');
    expect(diagnostics[0]?.fix).toContain('> sealed/spoke/hub.linkerd.sealed');
  });

  test('reports one ciphertext for two namespaces, which opens in one', async () => {
    const files = {
      'sealed/spoke/hub.linkerd.sealed': ciphertext,
      'sealed/spoke/hub.linkerd-multicluster.sealed': ciphertext,
    };
    const { diagnostics } = await compiledText(sealedPair, files);
    expect(diagnostics).toMatchObject([{ code: 'SEALED_SECRET_FORM', severity: 'error' }]);
    expect(diagnostics[0]?.message).toContain('hold the same ciphertext');
  });

  test.each(['', 'short', 'apiVersion: bitnami.com/v1alpha1', 'kind: Config\nusers: []'])(
    'reports %j, which no key sealed',
    async (text) => {
      const { diagnostics } = await compiledText(sealedPair, {
        'sealed/spoke/hub.linkerd.sealed': text,
        'sealed/spoke/hub.linkerd-multicluster.sealed': ciphertext,
      });
      expect(diagnostics.map(({ code }) => code)).toEqual(['SEALED_SECRET_FORM']);
    },
  );
});
