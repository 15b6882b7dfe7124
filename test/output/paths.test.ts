import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openOutput } from '../../lib/output/output.js';
import { type Tree } from './trees.js';
import { before, dist, expectRefused, home, put, run } from './workspace.js';

describe('a path', () => {
  it.each([
    '../x.yaml',
    '/etc/x.yaml',
    'a/../../x.yaml',
    'a//x.yaml',
    'a/./x.yaml',
    '',
    'a/',
    'a\\x.yaml',
    'a\0x.yaml',
    'a\nx.yaml',
    'clusters/aux/x.yaml',
    'clusters/con.yaml',
    'clusters/a./x.yaml',
    'clusters/a:b/x.yaml',
    '.git/config',
    '.linkspan/x',
    `clusters/${'a'.repeat(256)}/x.yaml`,
  ])('that not every system can hold is reported: %j', (path) => {
    run(before);
    expectRefused(['OUTPUT_PATH_INVALID'], { ...before, [path]: 'x' });
  });

  it.each([
    ['clusters/Prod/x.yaml', 'clusters/prod/x.yaml'],
    ['clusters/a/Link-b.yaml', 'clusters/a/link-b.yaml'],
    ['clusters/caf\u00e9/x.yaml', 'clusters/cafe\u0301/x.yaml'],
    ['clusters/a', 'clusters/a/x.yaml'],
    ['clusters/a/x.yaml', 'clusters/a'],
    ['index.yaml', 'clusters/a/x.yaml'],
  ])('that cannot stand beside another is reported: %s and %s', (one, two) => {
    expectRefused(['OUTPUT_PATH_COLLISION'], { [one]: '1', [two]: '2' });
  });

  it('that was added twice is reported', () => {
    const { output } = openOutput({ outDir: dist });
    output?.add('a.yaml', '1');
    output?.add('a.yaml', '1');
    expect(output?.finish().diagnostics.map((d) => d.code)).toEqual(['OUTPUT_PATH_COLLISION']);
    expect(existsSync(dist)).toBe(false);
  });

  it('of the old index that leads outside is never touched', () => {
    run(before);
    put('outside.yaml', 'mine');
    put('dist/index.yaml', 'files:\n  - ../outside.yaml\n');
    expectRefused(['OUTPUT_INDEX_INVALID']);
  });
});

describe('the index', () => {
  it('is read in any order, with both sides of a merge, and written in order again', () => {
    run(before);
    const text = readFileSync(join(dist, 'index.yaml'), 'utf8');
    const lines = text.trimEnd().split('\n');
    const merged = [...lines.slice(0, 4), ...lines.slice(4).reverse(), ...lines.slice(4, 6)];
    put('dist/index.yaml', merged.join('\r\n'));
    expect(run(before, { check: true }).codes).toEqual(['OUTPUT_STALE']);
    expect(run(before)).toMatchObject({ codes: [], files: [0, 1, 0, Object.keys(before).length] });
    expect(readFileSync(join(dist, 'index.yaml'), 'utf8')).toBe(text);
  });

  it('reports the marks of an unresolved merge with their line', () => {
    run(before);
    put('dist/index.yaml', 'files:\n<<<<<<< HEAD\n  - a.yaml\n=======\n  - b.yaml\n>>>>>>> other\n');
    const { messages } = expectRefused(['OUTPUT_INDEX_INVALID']);
    expect(messages[0]).toContain('"line":2');
  });

  it('does not conflict when two branches each add a cluster apart, or a file to a cluster', (context) => {
    const git = (...args: string[]): number | null =>
      spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: home }).status;
    if (git('init', '--quiet', '-b', 'main') !== 0) context.skip('Git is not there');
    const commit = (tree: Tree): void => {
      expect(run(tree).codes).toEqual([]);
      git('add', '--all');
      expect(git('commit', '--quiet', '-m', 'x')).toBe(0);
    };
    commit(before);
    git('switch', '--quiet', '-c', 'one');
    commit({ ...before, 'clusters/added/gateway.yaml': 'x\n', 'clusters/stays-0/link-b.yaml': 'x\n' });
    git('switch', '--quiet', 'main');
    git('switch', '--quiet', '-c', 'two');
    commit({ ...before, 'clusters/yonder/gateway.yaml': 'y\n', 'clusters/stays-1/link-b.yaml': 'y\n' });
    expect(git('merge', '--quiet', '--no-edit', 'one')).toBe(0);
    const both = {
      ...before,
      'clusters/added/gateway.yaml': 'x\n',
      'clusters/stays-0/link-b.yaml': 'x\n',
      'clusters/yonder/gateway.yaml': 'y\n',
      'clusters/stays-1/link-b.yaml': 'y\n',
    };
    expect(run(both, { check: true }).codes).toEqual([]);
  });
});
