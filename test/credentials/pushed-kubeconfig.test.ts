import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compiledText, type Compiled } from '../support/compiled.js';
import { ofKind, pair } from '../support/pushed-pair.js';

/** The kubeconfig template in one of a source's ExternalSecrets. */
function template({ objects }: Compiled): string {
  const [secret] = ofKind(objects.spoke, 'ExternalSecret');
  return (secret?.spec as { target: { template: { data: { kubeconfig: string } } } }).target.template.data
    .kubeconfig;
}

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
