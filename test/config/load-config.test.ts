import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../../lib/config/load-config.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linkspan-config-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

const fleet = `name: example
linkerd:
  release: 2.20
clusters:
  internal:
    argocdName: in-cluster-local
    gateway: &gateway { address: gateway.example.com, nodePort: 30143 }
  production:
    gateway:
      <<: *gateway
      port: 4143
topology:
  - hubAndSpoke: { hub: internal, spokes: [production] }
`;

describe('loadConfig', () => {
  it('needs only the fleet file', () => {
    write({ 'fleet.yaml': fleet });
    const { config, diagnostics } = loadConfig(folder);
    expect(diagnostics).toEqual([]);
    expect(config?.fleet.clusters.production?.gateway).toEqual({
      address: 'gateway.example.com',
      nodePort: 30143,
      port: 4143,
    });
    expect(config?.base).toBeUndefined();
    expect(config?.clusters.size).toBe(0);
  });

  it('reads the release as it is written', () => {
    write({ 'fleet.yaml': fleet });
    expect(loadConfig(folder).config?.fleet.linkerd.release).toBe('2.20');
  });

  it('finds the values of a cluster by the name Argo CD gives it', () => {
    write({
      'fleet.yaml': fleet,
      'values.yaml': 'revisionHistoryLimit: 3\n',
      'in-cluster-local-values.yaml': 'gateway:\n  enabled: on\n',
    });
    const { config, diagnostics } = loadConfig(folder);
    expect(diagnostics).toEqual([]);
    expect(config?.base?.values).toEqual({ revisionHistoryLimit: 3 });
    expect(config?.clusters.get('internal')?.values).toEqual({ gateway: { enabled: true } });
  });

  it('tells where a field stands, in the fleet file and within a wrapper', () => {
    write({
      'fleet.yaml': fleet,
      'values.yaml': 'clusterName: x\nlinkerd-multicluster:\n  gateway:\n    enabled: false\n',
    });
    const { config } = loadConfig(folder);
    expect(config?.placeOf(['clusters', 'internal', 'gateway', 'nodePort'])).toMatchObject({
      line: 7,
      column: 65,
    });
    expect(config?.placeOf(['clusters', 'internal', 'gateway', 'nodePort'], 'key')).toMatchObject({
      line: 7,
      column: 55,
    });
    expect(config?.placeOf(['clusters', 'production', 'gateway', 'nodePort'])).toMatchObject({
      line: 7,
      column: 65,
    });
    expect(config?.placeOf(['clusters', 'production', 'apiServer'])).toMatchObject({ line: 8, column: 3 });
    expect(config?.base?.values).toEqual({ gateway: { enabled: false } });
    expect(config?.base?.placeOf(['gateway', 'enabled'])).toMatchObject({ line: 4, column: 14 });
  });
});
