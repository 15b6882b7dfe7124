import { describe, expect, test } from 'vitest';
import { ciphertext } from '../support/ciphertext.js';
import { compiledText } from '../support/compiled.js';
import { pair } from '../support/pushed-pair.js';

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
