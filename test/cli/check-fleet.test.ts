import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { folder, type Json, run, write } from '../support/check-folder.js';

describe('linkspan check of a fleet', () => {
  const fleet = (port: number, more = '') => `
name: pair
linkerd: { release: edge-26.8.2 }
clusters:
  east: { gateway: { address: gw.example.com, serviceType: NodePort, nodePort: ${port}, probe: { nodePort: 30191 } } }
  west: {}
topology: [{ link: { source: west, target: east } }]
credentials: { externalSecrets: { store: vault, key: 'mesh/{source}-to-{target}' } }
${more}`;
  const outOfRange = (more = '') => fleet(20143, more);

  it('checks what synth would write, and writes nothing', async () => {
    const before = readdirSync('.');
    write('fleet.yaml', fleet(30143));
    const { code, out } = await run('check', '--config', folder);
    expect([code, out.split('\n').at(-2)]).toEqual([
      0,
      expect.stringMatching(/^0 errors, 0 warnings, \d infos? in 2 clusters \(1 Link, \d+ objects\)$/),
    ]);
    expect(readdirSync('.')).toEqual(before);
  });

  it('exits 1 for a configuration that cannot be read', async () => {
    write('fleet.yaml', 'clusters: [');
    expect((await run('check', '--config', folder)).code).toBe(1);
  });

  it('reports a finding unless the fleet suppresses it', async () => {
    write('fleet.yaml', outOfRange());
    const found = await run('check', '--config', folder, '--format', 'json');
    const codes = (out: string) => (JSON.parse(out) as Json).diagnostics.map((d) => d.code);
    expect(codes(found.out)).toContain('NODE_PORT_RANGE');
    write('fleet.yaml', outOfRange('suppress: [{ code: NODE_PORT_RANGE, reason: our range is another }]\n'));
    const suppressed = await run('check', '--config', folder, '--format', 'json');
    expect(codes(suppressed.out)).not.toContain('NODE_PORT_RANGE');
    expect(codes(suppressed.out)).not.toContain('SUPPRESSION_UNUSED');
  });

  it('reports a suppression that suppresses nothing, at its place', async () => {
    write('fleet.yaml', fleet(30143, 'suppress: [{ code: PROBE_PATH, where: west/east, reason: none }]\n'));
    const { out } = await run('check', '--config', folder, '--format', 'json');
    const { diagnostics } = JSON.parse(out) as Json;
    expect(diagnostics.find((d) => d.code === 'SUPPRESSION_UNUSED')).toMatchObject({
      file: 'FOLDER/fleet.yaml',
      line: 9,
    });
  });
});
