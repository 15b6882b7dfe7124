import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { folderWith } from '../support/config-folder.js';

interface Renovate {
  customManagers: {
    managerFilePatterns: string[];
    matchStrings: string[];
    versioningTemplate: string;
    datasourceTemplate: string;
  }[];
}

// JSON5 is a part of JavaScript
const renovate = runInNewContext(`(${readFileSync('renovate.json5', 'utf8')})`) as Renovate;
const [manager] = renovate.customManagers as [Renovate['customManagers'][0]];

/** What Renovate would find in a file. */
function found(text: string): (string | undefined)[] {
  return manager.matchStrings.flatMap((source) =>
    [...text.matchAll(new RegExp(source, 'g'))].map(({ groups }) => groups?.currentValue),
  );
}

const fleets = [
  'config',
  'examples/monitored-pair',
  'examples/pushed-spokes',
  'examples/sealed-pair',
  'examples/manual-link',
];

describe("Renovate's manager of the Linkerd release", () => {
  test.each(fleets)('finds the release in %s, and nothing else', (folder) => {
    const text = readFileSync(`${folder}/fleet.yaml`, 'utf8');
    const { linkerd } = parse(text) as { linkerd: { release: string } };
    expect(found(text)).toEqual([linkerd.release]);
  });

  test.each([
    ['in flow style', "linkerd: { release: 'edge-26.8.2', trustDomain: a }\n"],
    [
      'after other keys and comments',
      'linkerd: # of all\n  trustDomain: a\n  # bump me\n  release: "edge-26.8.2" # here\n',
    ],
  ])('finds it %s', (_, text) => {
    expect(found(text)).toEqual(['edge-26.8.2']);
  });

  test.each([
    ['a stable release, which has another cadence', 'linkerd:\n  release: stable-2.18.0\n'],
    [
      "another mapping's release",
      'linkerd:\n  trustDomain: a\nmonitoring:\n  labels: { release: edge-26.8.2 }\n',
    ],
    ['an edge that only begins like one', 'linkerd:\n  release: edge-26.8\n'],
  ])('leaves alone %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  test('looks into fleet files in any folder, and no other file', () => {
    const pattern = new RegExp(manager.managerFilePatterns[0]?.slice(1, -1) ?? '');
    expect(
      ['fleet.yaml', 'config/fleet.yaml', 'values.yaml', 'config/my-fleet.yaml'].map((path) =>
        pattern.test(path),
      ),
    ).toEqual([true, true, false, false]);
  });

  test('orders releases by year, month and number', () => {
    const versioning = new RegExp(manager.versioningTemplate.replace('regex:', ''));
    expect(versioning.exec('edge-26.8.10')?.groups).toEqual({ major: '26', minor: '8', patch: '10' });
    expect(versioning.test('stable-2.14.10')).toBe(false);
  });
});

describe('the workflow', () => {
  interface Workflow {
    on: { pull_request: { paths: string[] } };
    jobs: { resynth: { if: string; steps: { name?: string; run?: string }[] } };
  }
  const workflow = parse(readFileSync('.github/workflows/resynth.yaml', 'utf8')) as Workflow;
  const script = workflow.jobs.resynth.steps.find(({ name }) => name === 'Commit and tell')?.run ?? '';

  test('takes nothing from the pull request into a script but through its environment', () => {
    for (const { run = '' } of workflow.jobs.resynth.steps) expect(run).not.toContain('${{');
    expect(workflow.jobs.resynth.if).toContain('head.repo.full_name == github.repository');
  });

  /** Runs the last step in a clone whose dist was written anew after a change to the fleet file. */
  function runIn(change: (fleet: string) => string) {
    const folder = folderWith({ 'remote/.keep': '' });
    const [clone, bin] = [join(folder, 'clone'), join(folder, 'bin')];
    const run = (command: string, args: string[], env = {}) =>
      spawnSync(command, args, { cwd: clone, encoding: 'utf8', env: { ...process.env, ...env } });
    for (const path of [clone, bin]) mkdirSync(path);
    cpSync('config', join(clone, 'config'), { recursive: true });
    cpSync('dist', join(clone, 'dist'), { recursive: true });
    spawnSync('git', ['init', '--quiet', '--bare', join(folder, 'remote')]);
    for (const args of [
      ['init', '--quiet', '--initial-branch=bump'],
      ['add', '.'],
      ['-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '--quiet', '-m', 'start'],
      ['remote', 'add', 'origin', join(folder, 'remote')],
    ]) {
      run('git', args);
    }
    const fleetFile = join(clone, 'config/fleet.yaml');
    writeFileSync(fleetFile, change(readFileSync(fleetFile, 'utf8')));
    run(process.execPath, [join(process.cwd(), 'bin/linkspan.js'), 'synth']);
    writeFileSync(join(bin, 'gh'), '#!/bin/sh\necho "gh $1 $2 $3"\ncat "$5"\n', { mode: 0o755 });
    const env = {
      PATH: `${bin}:${process.env.PATH ?? ''}`,
      BRANCH: 'bump',
      PULL_REQUEST: '7',
      RUNNER_TEMP: folder,
    };
    const ended = run('bash', ['-e', '-o', 'pipefail', '-c', script], env);
    const pushed = spawnSync('git', ['-C', join(folder, 'remote'), 'log', '--format=%s', 'bump'], {
      encoding: 'utf8',
    }).stdout;
    return { code: ended.status, out: ended.stdout, pushed };
  }

  test('commits and pushes what a bump changes, and posts it', () => {
    const { code, out, pushed } = runIn((fleet) => fleet.replace('edge-26.8.2', 'edge-26.8.1'));
    expect(code).toBe(0);
    expect(pushed).toBe('Synthesize dist\nstart\n');
    expect(out).toContain('gh pr comment 7');
    expect(out).toContain('dist/clusters/production/link-internal.yaml');
    expect(out).toContain('linkerd/cli edge-26.8.1');
  });

  test('does nothing where dist is what the configuration says', () => {
    expect(runIn((fleet) => `${fleet}# a comment\n`)).toMatchObject({ code: 0, pushed: '' });
  });
});
