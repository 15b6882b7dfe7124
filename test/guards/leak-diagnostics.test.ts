import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { leakDiagnostics } from '../../lib/guards/leak-diagnostics.js';
import { redact, redactDiagnostic } from '../../lib/guards/redact.js';
import type { Manifest } from '../../lib/manifests/manifest.js';
import { plantedSecrets } from './planted-secrets.js';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

function deployment(annotations: Record<string, string>): Manifest {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'gateway', namespace: 'mesh' },
    spec: { template: { metadata: { annotations } } },
  };
}

/** Pieces of a secret that no message may hold; its frame and its words are not secret. */
function pieces(secret: string): readonly string[] {
  return (secret.match(/[A-Za-z0-9+/_-]{24,}|(?<=proxy:)[A-Za-z0-9]{12}/g) ?? [secret])
    .filter((piece) => !piece.includes('serviceaccount'))
    .map((piece) => piece.slice(4, 20));
}

describe('a file with a secret', () => {
  it('reports the object and the field, and never the secret', () => {
    for (const { name, secret } of plantedSecrets()) {
      const manifest = deployment({ 'example.com/note': base64(secret) });
      const found = leakDiagnostics('clusters/a/gateway.yaml', stringify(manifest), [manifest]);
      expect(found, name).toMatchObject([
        {
          code: 'SECRET_LEAKED',
          severity: 'error',
          path: 'spec.template.metadata.annotations["example.com/note"]',
          object: { kind: 'Deployment', namespace: 'mesh', name: 'gateway' },
        },
      ]);
      expect(found[0]?.message).toMatch(/ in base64( twice)?$/);
      for (const piece of pieces(base64(secret))) expect(JSON.stringify(found)).not.toContain(piece);
    }
  });

  it('reports line and column where no object holds it, as in a comment', () => {
    const found = leakDiagnostics('a.yaml', `kind: Service\n# see ghp_${'aB3'.repeat(12)}\n`);
    expect(found).toMatchObject([
      { file: 'a.yaml', line: 2, column: 7, message: 'this line holds a GitHub token' },
    ]);
  });

  it('reports its own name without repeating it', () => {
    const name = `clusters/ghp_${'aB3'.repeat(12)}/gateway.yaml`;
    const found = leakDiagnostics(name, 'kind: Service\n');
    expect(found).toMatchObject([{ code: 'SECRET_LEAKED' }]);
    expect(JSON.stringify(found)).not.toContain('aB3aB3');
  });

  it('reports a kubeconfig that is written as data', () => {
    const manifest: Manifest = {
      ...deployment({}),
      data: { clusters: [], contexts: [], users: [{ name: 'a', user: { token: 'short' } }] },
    };
    expect(leakDiagnostics('a.yaml', stringify(manifest), [manifest])).toMatchObject([{ path: 'data' }]);
  });
});

describe('a redacted text', () => {
  it('holds no piece of a secret, whatever its kind', () => {
    for (const { name, secret } of plantedSecrets()) {
      for (const text of [
        secret,
        `note: "${secret}"`,
        base64(secret),
        `note: ${base64(base64(secret))} # see above`,
      ]) {
        // the certificate beside a kubeconfig's credential is public, but looks the same from near
        const hidden = name.includes('kubeconfig') ? [] : pieces(text);
        for (const piece of hidden) expect(redact(text), name).not.toContain(piece);
        expect(redact(text), name).toContain('[redacted]');
      }
    }
  });

  it('holds no line of a key that stands alone', () => {
    for (const { secret } of plantedSecrets().filter(({ name }) => name.includes('PKCS'))) {
      for (const line of secret.split('\n').slice(1, 4)) {
        if (line.length >= 32 && !line.startsWith('-')) expect(redact(`    ${line}`)).toBe('    [redacted]');
      }
    }
  });

  it('holds no password by its name, and keeps names and words', () => {
    expect(redact('  password: hunter22')).toBe('  password: [redacted]');
    expect(redact('API_KEY=abcd1234')).toBe('API_KEY=[redacted]');
    for (const harmless of [
      'the key `gatewayPort` is unknown: did you mean gateway.port?',
      'config/production-values.yaml:14:3',
      'secretName: cluster-credentials-internal',
      'credentials: { externalSecrets: { store: vault-backend } }',
      'link production-eu-west-1 → internal has no such target cluster',
      'token: {{ .token }}',
    ]) {
      expect(redact(harmless)).toBe(harmless);
    }
  });

  it('holds no line that is too long to be looked through', () => {
    for (const name of ['password: ', 'ghp_', 'https://', '']) {
      expect(redact(`a: b\n${name}${'aB3'.repeat(2_600_000)}\nc: d`)).toBe('a: b\n[redacted]\nc: d');
    }
  });

  it('makes a diagnostic fit to print', () => {
    const secret = `ghp_${'aB3'.repeat(12)}`;
    const printed = redactDiagnostic({
      code: 'CONFIG_TYPE',
      severity: 'error',
      message: `no port: ${secret}`,
      why: secret,
      fix: secret,
      path: `a.${secret}`,
      related: [{ message: secret }],
    });
    expect(JSON.stringify(printed)).not.toContain('aB3');
    expect(printed).toMatchObject({ code: 'CONFIG_TYPE', message: 'no port: [redacted]' });
  });
});
