import { describe, expect, test } from 'vitest';
import { compiledText } from '../support/compiled.js';
import { ofKind, pair } from '../support/pushed-pair.js';

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
