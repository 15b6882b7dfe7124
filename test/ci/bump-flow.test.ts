import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { releaseMistake } from '../../lib/config/validate/release-text.js';
import { folderWith } from '../support/config-folder.js';

interface Manager {
  managerFilePatterns: string[];
  matchStrings: string[];
  versioningTemplate: string;
  datasourceTemplate: string;
  extractVersionTemplate?: string;
}

// JSON5 is a part of JavaScript
const renovate = runInNewContext(`(${readFileSync('renovate.json5', 'utf8')})`) as {
  customManagers: [Manager, Manager];
};
const [edges, stables] = renovate.customManagers;

/** What Renovate would find in a file. */
function found(text: string): (string | undefined)[] {
  return renovate.customManagers.flatMap(({ matchStrings }) =>
    matchStrings.flatMap((source) =>
      [...text.matchAll(new RegExp(source, 'g'))].map(({ groups }) => groups?.currentValue),
    ),
  );
}

/** The file after Renovate has found a newer version of what it found. */
function bumped(text: string, version: string): string {
  for (const { matchStrings, versioningTemplate } of renovate.customManagers) {
    if (!new RegExp(versioningTemplate.replace('regex:', '')).test(version)) continue;
    const match = new RegExp(matchStrings[0] ?? '', 'g').exec(text);
    const current = match?.groups?.currentValue;
    if (match !== null && current !== undefined)
      return text.replace(match[0], match[0].replaceAll(current, version));
  }
  return text;
}

const fleets = [
  'config',
  'examples/monitored-pair',
  'examples/pushed-spokes',
  'examples/pulled-adopted',
  'examples/sealed-pair',
  'examples/manual-link',
];

describe("Renovate's managers of the Linkerd release", () => {
  test.each(fleets)('find the release in %s, and nothing else', (folder) => {
    const text = readFileSync(`${folder}/fleet.yaml`, 'utf8');
    const { linkerd } = parse(text) as { linkerd: { release: string } };
    expect(found(text)).toEqual([linkerd.release.replace('stable-', '')]);
  });

  const forms = [
    ['in flow style', (release: string) => `linkerd: { release: ${release}, trustDomain: a }\n`],
    ['last in flow style', (release: string) => `linkerd: { trustDomain: a, release: ${release} }\n`],
    ['in flow style over lines', (release: string) => `linkerd: {\n  release: ${release},\n}\n`],
    [
      'after other keys, comments and blank lines',
      (release: string) =>
        `name: a\nlinkerd: # of all\n  trustDomain: a\n\n# at the margin\n  # bump me\n  release: ${release} # here\n`,
    ],
    [
      'with the line ends of Windows',
      (release: string) => `a: 1\r\nlinkerd:\r\n  b: 2\r\n  release: ${release}\r\n`,
    ],
    ['with tabs and quoted keys', (release: string) => `linkerd: { "release":\t${release} }\n`],
  ] as const;
  const quotes = ['', "'", '"'];

  describe.each(forms)('%s', (_, form) => {
    test.each([
      ['edge-26.8.2', 'edge-26.8.2'],
      ['2.18', '2.18'],
      ['2.18.0', '2.18.0'],
      ['stable-2.14.10', '2.14.10'],
    ])('find %s, quoted or not', (release, value) => {
      for (const quote of quotes) expect(found(form(`${quote}${release}${quote}`))).toEqual([value]);
    });

    test.each([
      ['edge-26.8.2', 'edge-27.1.1', 'edge-27.1.1'],
      ['2.18', '2.20', '2.20'],
      ['stable-2.14.10', '2.20', 'stable-2.20'],
    ])('make of %s with %s what the fleet file takes', (release, version, expected) => {
      for (const quote of quotes) {
        const text = bumped(form(`${quote}${release}${quote}`), version);
        expect(text).toBe(form(`${quote}${expected}${quote}`));
        expect(releaseMistake(expected)).toBeUndefined();
      }
    });
  });

  test.each([
    [
      "another mapping's release",
      'linkerd:\n  trustDomain: a\nmonitoring:\n  labels: { release: edge-26.8.2 }\n',
    ],
    ['a cluster that is called linkerd', 'clusters:\n  linkerd: { values: { release: 2.18 } }\n'],
    ['an edge that only begins like one', 'linkerd:\n  release: edge-26.8\n'],
    ['a comment', '# linkerd: { release: edge-26.8.2 }\n'],
  ])('leave alone %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  test('use nothing that RE2 lacks, with which Renovate reads them: no look-around, no back-reference', () => {
    for (const { matchStrings, versioningTemplate, extractVersionTemplate = '' } of renovate.customManagers) {
      for (const source of [...matchStrings, versioningTemplate, extractVersionTemplate])
        expect(source).not.toMatch(/\(\?(?:[=!]|<[=!])|\\[1-9]|\\k/);
    }
  });

  test('look into fleet files in any folder, and no other file', () => {
    for (const { managerFilePatterns } of renovate.customManagers) {
      const pattern = new RegExp(managerFilePatterns[0]?.slice(1, -1) ?? '');
      expect(
        ['fleet.yaml', 'config/fleet.yaml', 'values.yaml', 'config/my-fleet.yaml'].map((path) =>
          pattern.test(path),
        ),
      ).toEqual([true, true, false, false]);
    }
  });

  test('order edges by year, month and number, and stables by their line', () => {
    const edge = new RegExp(edges.versioningTemplate.replace('regex:', ''));
    expect(edge.exec('edge-26.8.10')?.groups).toEqual({ major: '26', minor: '8', patch: '10' });
    expect(edge.test('stable-2.14.10')).toBe(false);
    const stable = new RegExp(stables.versioningTemplate.replace('regex:', ''));
    expect(stable.exec('2.20')?.groups).toEqual({ major: '2', minor: '20', patch: undefined });
    const tag = new RegExp(stables.extractVersionTemplate ?? '');
    expect(
      ['version-2.20', 'edge-26.8.3', 'stable-2.14.10'].map((name) => tag.exec(name)?.groups?.version),
    ).toEqual(['2.20', undefined, undefined]);
  });
});

describe('the workflow', () => {
  interface Workflow {
    on: Record<string, unknown>;
    permissions: unknown;
    jobs: Record<
      string,
      {
        if?: string;
        permissions?: unknown;
        env?: object;
        steps: { name?: string; uses?: string; run?: string; with?: Record<string, unknown>; env?: object }[];
      }
    >;
  }
  const read = (name: string) => parse(readFileSync(`.github/workflows/${name}`, 'utf8')) as Workflow;
  const workflow = read('resynth.yaml');
  const steps = workflow.jobs.resynth?.steps ?? [];
  const script = steps.find(({ name }) => name === 'Commit and tell')?.run ?? '';

  test('runs for pull requests of the repository itself, with the rights of such a one', () => {
    expect(Object.keys(workflow.on)).toEqual(['pull_request']);
    expect(workflow.jobs.resynth?.if).toContain('head.repo.full_name == github.repository');
  });

  test('takes nothing from the pull request into a script but through its environment', () => {
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
  });

  test('gives its rights and tokens to the last step alone, after all that the branch brings has run', () => {
    expect(workflow.permissions).toEqual({});
    expect(workflow.jobs.resynth?.permissions).toEqual({ contents: 'write', 'pull-requests': 'write' });
    expect(steps[0]?.with?.['persist-credentials']).toBe(false);
    expect(JSON.stringify([workflow.jobs.resynth?.env, ...steps.slice(0, -1)])).not.toContain('secrets.');
    expect(steps.at(-1)?.run).not.toMatch(/np[mx] |node /);
  });

  test.each(['ci.yaml', 'resynth.yaml'])('%s pins the actions of others to commits', (name) => {
    const uses = Object.values(read(name).jobs).flatMap((job) =>
      job.steps.flatMap((step) => step.uses ?? []),
    );
    expect(uses.length).toBeGreaterThan(1);
    for (const each of uses) expect(each).toMatch(/@[0-9a-f]{40}$/);
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
    writeFileSync(join(bin, 'gh'), '#!/bin/sh\necho "gh $1 $2 $3"\n[ "$1" = auth ] || cat "$5"\n', {
      mode: 0o755,
    });
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

  test('posts no more than a comment holds', () => {
    const many = Array.from({ length: 150 }, (_, i) => `  spoke-number-${i}: {}\n`).join('');
    const { code, out } = runIn((fleet) => fleet.replace('\ntopology:', `${many}\ntopology:`));
    expect(code).toBe(0);
    expect(out.length).toBeGreaterThan(50_000);
    expect(out.length).toBeLessThan(65_536);
  });

  test('does nothing where dist is what the configuration says', () => {
    expect(runIn((fleet) => `${fleet}# a comment\n`)).toMatchObject({ code: 0, pushed: '' });
  });
});
