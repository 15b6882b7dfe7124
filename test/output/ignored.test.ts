import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOutput } from '../../lib/output/output.js';

const hasGit = spawnSync('git', ['--version']).status === 0;

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'linkspan-ignored-'));
  spawnSync('git', ['init', '--quiet'], { cwd: home });
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

function synth(out: string): readonly { code: string; message: string; fix?: string; line?: number }[] {
  const { output } = openOutput({ outDir: join(home, out) });
  for (const file of ['argocd/set.yaml', 'clusters/a/link-b.yaml', 'clusters/b/gateway.yaml'])
    output?.add(file, 'x: 1\n');
  return output?.finish().diagnostics ?? [];
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(home, file)), { recursive: true });
  writeFileSync(join(home, file), text);
}

describe.runIf(hasGit)('an output folder that Git ignores', () => {
  for (const [name, file, pattern, out] of [
    ['by its name', '.gitignore', 'dist', 'dist'],
    ['by its name with a slash', '.gitignore', '*.tgz\n# built\ndist/', 'dist'],
    ['by its path', '.gitignore', '/mesh/dist', 'mesh/dist'],
    ['by a folder above it', '.gitignore', 'build/', 'build/dist'],
    ['by a folder two above it', '.gitignore', '/build', 'build/a/dist'],
    ['by the names of its files', '.gitignore', '*.yaml', 'dist'],
    ['by a folder in it', '.gitignore', 'clusters/', 'dist'],
    ['by a pattern for one file', '.gitignore', 'link-*', 'dist'],
    ['by a pattern for everything', '.gitignore', '*', 'dist'],
    ['by a character class', '.gitignore', '[d]ist', 'dist'],
    ['by what stands in it', '.gitignore', 'dist/*', 'dist'],
    ['by what stands at any depth in it', '.gitignore', '/dist/**', 'dist'],
    ['by what stands in a folder in it', '.gitignore', 'dist/clusters/*', 'dist'],
    ['by a folder in a folder in it', '.gitignore', '/dist/clusters/a/', 'dist'],
    ['by any folder of a name in it', '.gitignore', 'dist/*/b', 'dist'],
    ['by files at any depth of a folder in it', '.gitignore', 'dist/clusters/**/*.yaml', 'dist'],
    ['by a folder in it at any depth', '.gitignore', '**/clusters', 'dist'],
    ['by the beginning of its name and of others', '.gitignore', '[dc]*', 'dist'],
    ['by names of one letter, as a cluster has', '.gitignore', '?', 'dist'],
    ['by what stands in a folder above it', '.gitignore', '/mesh/*', 'mesh/dist'],
    ['by what stands at any depth above it', '.gitignore', 'mesh/**', 'mesh/dist'],
    ['by what stands in it, from the file of a folder', 'mesh/.gitignore', 'dist/clusters/*', 'mesh/dist'],
    ['by two patterns', '.gitignore', 'dist/clusters/*\n*.yaml', 'dist'],
    ['by a file in a folder', 'mesh/.gitignore', 'dist', 'mesh/dist'],
    ['by the list that is not committed', '.git/info/exclude', 'dist', 'dist'],
  ] as const) {
    it(`reports it ${name}, with lines that un-ignore it`, () => {
      write(file, `${pattern}\n`);
      const [found] = synth(out);
      expect(found).toMatchObject({ code: 'OUTPUT_IGNORED', severity: 'warning' });
      const [, lines, where] = /^add (.*) at the end of (.*)$/.exec(found?.fix ?? '') ?? [];
      appendFileSync(
        join(home, where ?? ''),
        [...(lines ?? '').matchAll(/`(.*?)`/g)].map((m) => `${m[1] ?? ''}\n`).join(''),
      );
      expect(synth(out)).toEqual([]);
      const ignored = spawnSync('git', ['status', '--porcelain', '--ignored', '--', out], {
        cwd: home,
        encoding: 'utf8',
      });
      expect(ignored.stdout).not.toContain('!!');
    });
  }

  it('reports no folder that is un-ignored, or only named alike', () => {
    write('.gitignore', 'dist2\ndist/\n!dist/\nnode_modules/\n*.tgz\nother/dist\n');
    expect(synth('dist')).toEqual([]);
  });

  it('reports files that were added by force, as the next ones will be forgotten', () => {
    write('.gitignore', 'dist\n');
    synth('dist');
    spawnSync('git', ['add', '--force', 'dist'], { cwd: home });
    expect(synth('dist')).toMatchObject([{ code: 'OUTPUT_IGNORED', line: 1 }]);
  });

  it('reports nothing outside of a repository', () => {
    write('.gitignore', 'dist\n');
    rmSync(join(home, '.git'), { recursive: true });
    expect(synth('dist')).toEqual([]);
  });
});
