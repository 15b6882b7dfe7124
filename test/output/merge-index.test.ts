import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mergeLine } from '../../lib/init/starter-fleet.js';
import { indexText } from '../../lib/output/ownership.js';
import { dist, home, run } from './workspace.js';

const hasGit = spawnSync('git', ['--version']).status === 0;

function git(...args: string[]): number | null {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
  return spawnSync('git', [...identity, ...args], { cwd: home }).status;
}

/** Writes the output of some clusters and commits it. */
function commitClusters(...clusters: string[]): void {
  run(treeOf(clusters));
  git('add', '--all');
  git('commit', '--quiet', '--message', clusters.join(' '));
}

function treeOf(clusters: readonly string[]): Record<string, string> {
  return Object.fromEntries(clusters.map((name) => [`clusters/${name}/crds.yaml`, `name: ${name}\n`]));
}

describe.runIf(hasGit)('an index to which two branches add side by side', () => {
  it.each([
    ['qa', 'rc'],
    ['rc', 'qa'],
  ])('merges by itself, and the next synth sorts it: %s, then %s', (ours, theirs) => {
    git('init', '--quiet', '--initial-branch', 'main');
    writeFileSync(join(home, '.gitattributes'), `${mergeLine}\n`);
    commitClusters('east', 'west');
    git('checkout', '--quiet', '-b', 'other');
    commitClusters('east', theirs, 'west');
    git('checkout', '--quiet', 'main');
    commitClusters('east', ours, 'west');

    expect(git('merge', '--quiet', '--no-edit', 'other')).toBe(0);
    const all = treeOf(['east', 'qa', 'rc', 'west']);
    expect(run(all)).toMatchObject({
      codes: [],
      files: [0, ours === 'qa' ? 0 : 1, 0, ours === 'qa' ? 5 : 4],
    });
    expect(readFileSync(join(dist, 'index.yaml'), 'utf8')).toBe(indexText(Object.keys(all)));
  });

  it('is what the shipped repository and a new fleet tell Git', () => {
    expect(readFileSync('.gitattributes', 'utf8').split('\n')).toContain(mergeLine);
  });
});
