import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, type Json, run, write, writeFleet, wrongPort } from '../support/check-folder.js';

describe('linkspan check', () => {
  it('reports a file of 100 MB within 512 MB of memory, and checks the rest', () => {
    writeFleet(wrongPort());
    writeFileSync(join(folder, 'west/dump.yaml'), Buffer.alloc(100_000_000, 'apiVersion: v1\n'));
    const { stdout, status } = spawnSync(
      process.execPath,
      ['--max-old-space-size=512', 'bin/linkspan.js', 'check', folder, '--severity', 'error'],
      { encoding: 'utf8' },
    );
    expect(stdout).toContain('dump.yaml error FILE_TOO_LARGE');
    expect(stdout).toContain('GATEWAY_PORT_MISMATCH');
    expect(status).toBe(1);
  }, 60_000);

  it('reads what a process writes into a pipe', () => {
    writeFleet(wrongPort());
    const command =
      'node bin/linkspan.js check --cluster west=<(cat "$0/west/all.yaml") --cluster east=- <"$0/east/all.yaml"';
    const { stdout } = spawnSync('bash', ['-c', command, folder], { encoding: 'utf8' });
    expect(stdout).toContain('GATEWAY_PORT_MISMATCH');
    expect(stdout).toContain('in 2 clusters (1 Link,');
  });

  it('goes on past files that cannot be read, and names each', async () => {
    writeFleet(wrongPort());
    write('west/broken.yaml', 'a: [1\nb: 2\n');
    write('west/binary.yaml', 'a\0b');
    writeFileSync(join(folder, 'west/latin.yaml'), Buffer.from([0x61, 0x3a, 0x20, 0xe9, 0x0a]));
    symlinkSync('loop.yaml', join(folder, 'west/loop.yaml'));
    symlinkSync('..', join(folder, 'west/up'));
    const { code, out } = await run('check', folder, '--severity', 'error', '--format', 'json');
    const { diagnostics } = JSON.parse(out) as Json;
    expect(code).toBe(1);
    expect(diagnostics.map((d) => `${d.code} ${d.file?.slice(12) ?? ''} ${d.line ?? ''}`).slice(1)).toEqual([
      'FILE_NOT_TEXT binary.yaml 1',
      'YAML_SYNTAX broken.yaml 2',
      'FILE_ENCODING latin.yaml 1',
      'FILE_UNREADABLE loop.yaml ',
    ]);
  });

  it('tells of a link that leads back to its own folder, and reads the folder once', async () => {
    writeFleet(wrongPort());
    mkdirSync(join(folder, 'west/deep'));
    symlinkSync('..', join(folder, 'west/deep/up'));
    symlinkSync('self', join(folder, 'west/self'));
    const { out } = await run('check', folder);
    expect(out).toContain('FOLDER/west/deep/up info FILE_UNREADABLE');
    expect(out).toContain('FOLDER/west/self error FILE_UNREADABLE');
    expect(out).not.toContain('OBJECT_TWICE');
  });

  it('reports standard input without the name of its cluster, and says how to give it', async () => {
    const { code, err } = await run('check', '-');
    expect(code).toBe(2);
    expect(err).toContain('--cluster NAME=-');
  });
});
