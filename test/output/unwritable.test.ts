import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openOutput } from '../../lib/output/output.js';
import { readTree } from './trees.js';
import { after, before, dist, expectRefused, home, put, run } from './workspace.js';

describe('a place that cannot be written', () => {
  it('reports an output folder that is a file', () => {
    put('dist', 'file');
    expectRefused(['OUTPUT_NOT_A_FOLDER']);
  });

  it('reports an output folder that is a symbolic link, dangling or not', () => {
    symlinkSync('elsewhere', dist);
    expect(run(after).codes).toEqual(['OUTPUT_NOT_A_FOLDER']);
    mkdirSync(join(home, 'elsewhere'));
    expect(run(after).codes).toEqual(['OUTPUT_NOT_A_FOLDER']);
    expect(readTree(join(home, 'elsewhere'))).toEqual({});
  });

  it('reports a file above the output folder', () => {
    put('file', 'x');
    expect(run(after, { outDir: join(home, 'file', 'dist') }).codes).toEqual(['OUTPUT_FAILED']);
  });

  it('reports an owned path that became a folder, to be changed or removed', () => {
    run(before);
    for (const path of ['dist/clusters/changes-0/gateway.yaml', 'dist/clusters/goes-0/gateway.yaml']) {
      rmSync(join(home, path));
      put(`${path}/notes.txt`, 'mine');
    }
    expectRefused(['OUTPUT_PATH_TAKEN', 'OUTPUT_PATH_TAKEN']);
  });

  it('reports a symbolic link at or above an owned path, and follows none', () => {
    run(before);
    rmSync(join(dist, 'clusters/changes-0'), { recursive: true });
    mkdirSync(join(home, 'elsewhere'));
    put('elsewhere/gateway.yaml', 'theirs\n');
    symlinkSync('../../elsewhere', join(dist, 'clusters/changes-0'));
    unlinkSync(join(dist, 'clusters/changes-1/gateway.yaml'));
    symlinkSync('../../../elsewhere/gateway.yaml', join(dist, 'clusters/changes-1/gateway.yaml'));
    const { codes } = expectRefused(
      run(after, { check: true }).codes.filter((code) => code !== 'OUTPUT_STALE'),
    );
    expect(new Set(codes)).toEqual(new Set(['OUTPUT_PATH_TAKEN']));
  });

  it('reports a folder that may not be written', () => {
    run(before);
    if (process.getuid?.() !== 0) {
      chmodSync(join(dist, 'clusters/changes-1'), 0o555);
      expectRefused(['OUTPUT_NOT_WRITABLE']);
      chmodSync(join(dist, 'clusters/changes-1'), 0o755);
      return;
    }
    // root may write everywhere but where the file system itself refuses
    const attributes = spawnSync('chattr', ['+i', join(dist, 'clusters/changes-1')]);
    if (attributes.status !== 0) return;
    try {
      expectRefused(['OUTPUT_NOT_WRITABLE']);
    } finally {
      spawnSync('chattr', ['-i', join(dist, 'clusters/changes-1')]);
    }
  });

  it('takes every step back when one fails halfway', () => {
    run(before);
    const untouched = readTree(home);
    const { output } = openOutput({ outDir: dist });
    for (const [path, text] of Object.entries(after)) output?.add(path, text);
    // somebody is faster
    put('dist/clusters/comes-1/gateway.yaml', 'mine\n');
    expect(output?.finish().diagnostics.map((d) => d.code)).toEqual(['OUTPUT_FOREIGN_FILE']);
    expect(readTree(home)).toEqual({ ...untouched, 'dist/clusters/comes-1/gateway.yaml': 'mine\n' });
  });
});

/** A file system of a few hundred kilobytes; only root can make one. */
function withSmallDisk(options: string, test: (folder: string) => void): boolean {
  const folder = join(home, 'disk');
  mkdirSync(folder);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status !== 0) return false;
  try {
    test(folder);
  } finally {
    spawnSync('umount', [folder]);
  }
  return true;
}

describe('a disk', () => {
  it.for([
    ['of bytes', 'size=256k', 'x'.repeat(20_000)],
    ['of names', 'size=4m,nr_inodes=60', 'x'],
  ] as const)('that runs out %s leaves the old output whole', ([, options, filling], context) => {
    const mounted = withSmallDisk(options, (folder) => {
      const outDir = join(folder, 'dist');
      expect(run(before, { outDir }).codes).toEqual([]);
      const untouched = readTree(folder);
      const large = Object.fromEntries(
        Array.from({ length: 60 }, (_, i) => [`clusters/c-${i}/x.yaml`, filling]),
      );
      expect(run({ ...after, ...large }, { outDir }).codes).toEqual(['OUTPUT_DISK_FULL']);
      expect(readTree(folder)).toEqual(untouched);
      expect(run(after, { outDir }).codes).toEqual([]);
    });
    if (!mounted) context.skip('a small file system can be mounted by root alone');
  });

  it('of its own for the output folder is worked on from inside it', (context) => {
    const mounted = withSmallDisk('size=1m', (folder) => {
      expect(run(before, { outDir: folder }).codes).toEqual([]);
      expect(run(after, { outDir: folder }).codes).toEqual([]);
      const { 'index.yaml': index, ...files } = readTree(folder);
      expect(files).toEqual(after);
      expect(index).toContain('files:');
    });
    if (!mounted) context.skip('a file system can be mounted by root alone');
  });
});
